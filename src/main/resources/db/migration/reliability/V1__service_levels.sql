-- Good events of all, by the minute in which they were; after some weeks by the hour. Sums that any node adds to.
CREATE TABLE reliability_count (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    indicator VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bucket    DATETIME NOT NULL,
    good      BIGINT UNSIGNED NOT NULL,
    total     BIGINT UNSIGNED NOT NULL,
    coarse    BOOLEAN AS (MINUTE(bucket) = 0) PERSISTENT,
    PRIMARY KEY (tenant_id, indicator, bucket),
    KEY by_time (coarse, bucket)
) ENGINE = InnoDB;

-- Since when the tenant is counted, and up to which entry of its log. Whoever counts entries or looks after alerts locks this row first.
CREATE TABLE reliability_mark (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_since DATETIME(6) NOT NULL,
    log_size       BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB;

-- target: in hundred-thousandths
CREATE TABLE reliability_objective (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    indicator VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target    INT NOT NULL,
    days      INT NOT NULL,
    version   INT NOT NULL,
    PRIMARY KEY (tenant_id, indicator)
) ENGINE = InnoDB;

-- firing is 1 or NULL, so that a rule has one alert at a time.
CREATE TABLE reliability_alert (
    tenant_id        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    indicator        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fired_at         DATETIME(6) NOT NULL,
    firing           BOOLEAN NULL,
    target           INT NOT NULL,
    burn_over        DOUBLE NOT NULL,
    burn_lately      DOUBLE NOT NULL,
    fired_receipt    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    resolved_at      DATETIME(6) NULL,
    resolved_receipt VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, indicator, rule, fired_at),
    UNIQUE KEY one_at_a_time (tenant_id, indicator, rule, firing),
    KEY by_time (tenant_id, fired_at)
) ENGINE = InnoDB;

-- What response times are compared with. Rows are added and never changed, but for the receipt that is noted once; the highest number counts.
CREATE TABLE reliability_baseline (
    tenant_id    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number       INT NOT NULL,
    period_from  DATE NOT NULL,
    period_to    DATE NOT NULL,
    recorded_at  DATETIME(6) NOT NULL,
    actor_type   VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id   VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, number)
) ENGINE = InnoDB;

-- By type of incident; type '' is all of them together.
CREATE TABLE reliability_baseline_type (
    tenant_id    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number       INT NOT NULL,
    type         VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
    incidents    INT NOT NULL,
    acknowledged INT NOT NULL,
    mtta_seconds BIGINT NULL,
    mitigated    INT NOT NULL,
    mttm_seconds BIGINT NULL,
    PRIMARY KEY (tenant_id, number, type)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
