-- Disaster recovery drills of the tenant platform. A row is there from the beginning of a drill: one whose heartbeat stopped was interrupted.
CREATE TABLE dr_drill (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    drill_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at  DATETIME(6) NOT NULL,
    beat_at     DATETIME(6) NOT NULL,
    -- 1 while it runs, so that there is one at a time
    running     TINYINT UNSIGNED NULL,
    state       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_type  VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ended_at    DATETIME(6) NULL,
    failure     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    explanation VARCHAR(1000) CHARACTER SET utf8mb4 NULL,
    table_count INT UNSIGNED NOT NULL DEFAULT 0,
    row_count   BIGINT UNSIGNED NOT NULL DEFAULT 0,
    byte_count  BIGINT UNSIGNED NOT NULL DEFAULT 0,
    log_count   INT UNSIGNED NOT NULL DEFAULT 0,
    entry_count BIGINT UNSIGNED NOT NULL DEFAULT 0,
    backup_ms   BIGINT UNSIGNED NULL,
    rto_ms      BIGINT UNSIGNED NULL,
    rpo_ms      BIGINT UNSIGNED NULL,
    lost        BIGINT UNSIGNED NULL,
    statement   MEDIUMBLOB NULL,
    receipt_id  VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, drill_id),
    UNIQUE KEY one_at_a_time (tenant_id, running),
    KEY by_start (tenant_id, started_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
