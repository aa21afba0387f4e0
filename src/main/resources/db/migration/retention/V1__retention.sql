-- How a tenant keeps its records: the version counts changes; a hold stops every purge. looked_at: when the portal last looked by itself for what is due.
CREATE TABLE retention_policy (
    tenant_id    VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version      INT           NOT NULL DEFAULT 0,
    held_since   DATETIME(6)   NULL,
    held_because VARCHAR(1000) NULL,
    holder_type  VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    holder_id    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    looked_at    DATETIME(6)   NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A kind without a row is kept as long as it is by default. keep_for: a number of days, or "forever".
CREATE TABLE retention_rule (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    keep_for  VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, kind)
) ENGINE = InnoDB;

-- A purge. What it takes is in retention_purge_record, written in the transaction that takes it; the manifest is made from there when the purge ends.
CREATE TABLE retention_purge (
    tenant_id       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purge_id        VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    as_of           DATETIME(6) NOT NULL,
    policy_version  INT         NOT NULL,
    started_at      DATETIME(6) NOT NULL,
    ended_at        DATETIME(6) NULL,
    actor_type      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    manifest        LONGBLOB    NULL,
    manifest_sha256 CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- the receipts of its beginning and of its end, each noted in the transaction that leaves it
    receipt_id      VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    end_receipt_id  VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, purge_id),
    KEY by_start (tenant_id, started_at),
    KEY by_end (tenant_id, ended_at),
    KEY by_state (tenant_id, state)
) ENGINE = InnoDB;

CREATE TABLE retention_purge_kind (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purge_id  VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    days      INT         NOT NULL,
    before_at DATETIME(6) NOT NULL,
    due       BIGINT      NOT NULL,
    -- what was left when the purge ended, and why this kind could not be gone through
    left_over BIGINT      NULL,
    problem   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, purge_id, kind)
) ENGINE = InnoDB;

-- A record that is gone: its name, the digest of what was stored, and the digest of the key that was destroyed, as it was wrapped; none where it was not sealed.
CREATE TABLE retention_purge_record (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purge_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence    INT         NOT NULL,
    kind        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    sha256      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_sha256  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, purge_id, sequence)
) ENGINE = InnoDB;
