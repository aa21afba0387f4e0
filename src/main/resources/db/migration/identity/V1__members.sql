CREATE TABLE member (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_name   VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    given_name  VARCHAR(200) NULL,
    family_name VARCHAR(200) NULL,
    email       VARCHAR(254) NULL,
    roles       VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    department  VARCHAR(200) NULL,
    active      BOOLEAN      NOT NULL DEFAULT TRUE,
    managed_by  VARCHAR(12)  CHARACTER SET ascii NOT NULL,
    version     INT          NOT NULL DEFAULT 0,
    created_at  DATETIME(6)  NOT NULL,
    updated_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, member_id),
    UNIQUE KEY member_user_name (tenant_id, user_name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
