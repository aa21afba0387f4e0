-- The platform's root: at most one row, private part sealed under the master key.
CREATE TABLE trust_root (
    only_row       TINYINT UNSIGNED NOT NULL DEFAULT 1 CHECK (only_row = 1),
    kid            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    public_key     VARBINARY(32) NOT NULL,
    sealed_private VARBINARY(512) NOT NULL,
    created_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (only_row)
) ENGINE = InnoDB;

-- Every key set ever published; each names the digest of the one before.
CREATE TABLE key_set (
    version        INT UNSIGNED NOT NULL,
    envelope       MEDIUMBLOB NOT NULL,
    payload_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    previous       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    issued_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (version)
) ENGINE = InnoDB;

CREATE TABLE signing_key (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    log_id         VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_use        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    algorithm      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    public_key     VARBINARY(1024) NOT NULL,
    sealed_private VARBINARY(4096) NOT NULL,
    certificate    BLOB NULL,
    not_before     DATETIME(6) NOT NULL,
    not_after      DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, key_id),
    KEY (tenant_id, key_use, not_before)
) ENGINE = InnoDB;
