-- How long imports and runs took, to two digits, by the day on which each was done: whoever compares all tenants reads these few rows and not each import and run.
CREATE TABLE success_cycle (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day       DATE NOT NULL,
    took_ms   BIGINT UNSIGNED NOT NULL,
    number    BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind, day, took_ms)
) ENGINE = InnoDB;

-- A run goes on for days and counts on the last of them.
CREATE INDEX success_case_days ON success_case (tenant_id, kind, case_id, day);

INSERT INTO success_cycle (tenant_id, kind, day, took_ms, number)
SELECT one.tenant_id, one.kind, one.day, ROUND(one.waited_ms, 2 - LENGTH(one.waited_ms)) AS took, COUNT(*)
  FROM success_case one
 WHERE one.kind IN ('import', 'run')
   AND NOT EXISTS (SELECT 1 FROM success_case later WHERE later.tenant_id = one.tenant_id AND later.kind = one.kind
                      AND later.case_id = one.case_id AND later.day > one.day)
 GROUP BY one.tenant_id, one.kind, one.day, took;
