CREATE TABLE receipt (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id     VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position       BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    state          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'pending',
    actor_type     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action         VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    correlation_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    parent_id      VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    occurred_at    DATETIME(6) NOT NULL,
    key_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload        MEDIUMBLOB NOT NULL,
    signature      VARBINARY(128) NOT NULL,
    PRIMARY KEY (tenant_id, receipt_id),
    KEY (position),
    KEY (tenant_id, position),
    KEY (tenant_id, action, position),
    KEY (tenant_id, actor_id, position),
    KEY (tenant_id, occurred_at),
    KEY (tenant_id, parent_id)
) ENGINE = InnoDB;

-- Each value under a data key of its own; without its wrapped key a value is gone for good, and its receipt stays whole.
CREATE TABLE receipt_disclosure (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id  VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position    INT UNSIGNED NOT NULL,
    wrapped_key VARBINARY(128) NULL,
    ciphertext  MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, receipt_id, position)
) ENGINE = InnoDB;
