-- A user name's case does not tell two people apart (RFC 7643, userName). The column folds it; names that differ by case only end this migration.
ALTER TABLE member
    ADD COLUMN display_name  VARCHAR(200) NULL AFTER family_name,
    ADD COLUMN user_name_key VARCHAR(128) COLLATE utf8mb4_nopad_bin GENERATED ALWAYS AS (LOWER(user_name)) PERSISTENT,
    ADD UNIQUE KEY member_user_name_key (tenant_id, user_name_key);

-- A group whose role is set grants it to its members, beside those of member.roles; any other grants nothing.
CREATE TABLE member_group (
    tenant_id        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    group_id         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    display_name     VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    display_name_key VARCHAR(200) COLLATE utf8mb4_nopad_bin GENERATED ALWAYS AS (LOWER(display_name)) PERSISTENT,
    role             VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    version          INT          NOT NULL DEFAULT 0,
    created_at       DATETIME(6)  NOT NULL,
    updated_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, group_id),
    UNIQUE KEY member_group_display_name (tenant_id, display_name_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE member_group_member (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    group_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, group_id, member_id),
    KEY member_group_of (tenant_id, member_id),
    CONSTRAINT member_group_member_group FOREIGN KEY (tenant_id, group_id) REFERENCES member_group (tenant_id, group_id) ON DELETE CASCADE,
    CONSTRAINT member_group_member_member FOREIGN KEY (tenant_id, member_id) REFERENCES member (tenant_id, member_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What another system calls a thing of ours: once for each source, so that two providers do not meet.
CREATE TABLE external_id (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    external_id VARCHAR(255) COLLATE utf8mb4_nopad_bin NOT NULL,
    target_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, source, kind, external_id),
    UNIQUE KEY external_id_target (tenant_id, source, kind, target_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
