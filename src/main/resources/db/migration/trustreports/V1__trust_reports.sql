-- Whether a tenant's report is made after each week, in which zone its weeks end, and since when. A try that failed is made again after retry_at.
CREATE TABLE trust_report_schedule (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    zone       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    on_since   DATETIME(6) NULL,
    retry_at   DATETIME(6) NULL,
    version    INT NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB;

-- Reports as they were made. Rows are added and never changed, but for the receipt that is noted once.
CREATE TABLE trust_report (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    monday     DATE NOT NULL,
    revision   INT NOT NULL,
    zone       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    interim    BOOLEAN NOT NULL,
    late       BOOLEAN NOT NULL,
    fine       INT NOT NULL,
    looks      INT NOT NULL,
    unrecorded INT NOT NULL,
    made_at    DATETIME(6) NOT NULL,
    actor_type VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pdf        MEDIUMBLOB NOT NULL,
    json       MEDIUMBLOB NOT NULL,
    html       MEDIUMBLOB NOT NULL,
    receipt_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, monday, revision)
) ENGINE = InnoDB;
