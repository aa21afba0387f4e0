-- What recomputing a log from its rows and its files came to. difference: the first one found; none where the log is as it was signed.
CREATE TABLE log_check (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    checked_at DATETIME(6) NOT NULL,
    entries    BIGINT UNSIGNED NOT NULL,
    checkpoints INT UNSIGNED NOT NULL,
    difference VARCHAR(1000) CHARACTER SET utf8mb4 NULL,
    PRIMARY KEY (tenant_id, checked_at)
) ENGINE = InnoDB;
