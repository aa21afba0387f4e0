-- Steps that a tenant need not take, and why. Whether a step was taken is never stored: it is read from facts.
CREATE TABLE setup_exception (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    step       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason     VARCHAR(500) NOT NULL,
    receipt_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    actor_type VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    made_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, step)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
