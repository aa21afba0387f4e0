-- A person's membership in one tenant. user_name ignores case but not accents, as SCIM's userName does (RFC 7643, 4.1.1).
CREATE TABLE member (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id   VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_name   VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_as_ci NOT NULL,
    given_name  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    family_name VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    email       VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    -- wire names in the order of the enum, joined by commas
    roles       VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    department  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    active      TINYINT(1) NOT NULL DEFAULT 1,
    managed_by  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (managed_by IN ('import', 'scim', 'manual')),
    version     INT NOT NULL DEFAULT 1,
    created_at  DATETIME(6) NOT NULL,
    updated_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, member_id),
    UNIQUE KEY member_user_name (tenant_id, user_name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
