-- What the checks last found, so that a page opens at once and can say how old its claims are. Recomputed at will: nothing is lost with it.
CREATE TABLE posture_claim (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position   INT UNSIGNED NOT NULL,
    claim      MEDIUMTEXT NOT NULL,
    PRIMARY KEY (tenant_id, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
