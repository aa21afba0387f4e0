-- A tenant's evaluation: when its 30 days began, by whom, and the receipt of it. A further one takes its place; the receipts tell of the one before.
CREATE TABLE evaluation_plan (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    begins_on  DATE        NOT NULL,
    begun_at   DATETIME(6) NOT NULL,
    actor_type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB;
