-- How long governed actions took, by tenant, day (UTC) and action: from the question to policy to the commit of the receipt. Rows are added to by every node.
CREATE TABLE action_cost (
    tenant_id     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day           DATE NOT NULL,
    action        VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number        BIGINT UNSIGNED NOT NULL,
    total_micros  BIGINT UNSIGNED NOT NULL,
    slowest_micros BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (tenant_id, day, action)
) ENGINE = InnoDB;
