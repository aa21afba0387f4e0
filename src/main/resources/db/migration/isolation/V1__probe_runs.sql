-- Runs of the probes, of the tenant platform. matrix: a line for each probe, as its digest in the receipt covers it.
CREATE TABLE isolation_run (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id     VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at DATETIME(6) NOT NULL,
    ended_at   DATETIME(6) NOT NULL,
    doors      INT NOT NULL,
    refused    INT NOT NULL,
    leaks      INT NOT NULL,
    uncovered  INT NOT NULL,
    matrix     MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    receipt_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, run_id),
    KEY by_time (tenant_id, ended_at)
) ENGINE = InnoDB;

-- What a canary has of its own, under the name that addresses give it.
CREATE TABLE isolation_thing (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    thing     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, name)
) ENGINE = InnoDB;
