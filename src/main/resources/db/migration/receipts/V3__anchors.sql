-- A time-stamping authority has seen this checkpoint: its answer, RFC 3161 TimeStampResp.
CREATE TABLE log_anchor (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tree_size BIGINT UNSIGNED NOT NULL,
    authority VARCHAR(300) CHARACTER SET utf8mb4 NOT NULL,
    answer    BLOB NOT NULL,
    gen_time  DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, tree_size)
) ENGINE = InnoDB;

-- When a log is anchored next. Asked for and not done yet: requested_at; what the last attempt met: problem.
CREATE TABLE log_anchoring (
    tenant_id    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_at       DATETIME(6) NOT NULL,
    attempts     INT NOT NULL DEFAULT 0,
    behind_since DATETIME(6) NULL,
    problem      VARCHAR(500) CHARACTER SET utf8mb4 NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB;
