-- Whoever changes a tenant's members over SCIM takes its row first, so that what they add up to is counted one after the other.
CREATE TABLE provisioning_turn (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    turn      BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How many members lost something by SCIM without an approval, minute by minute of the last hour.
CREATE TABLE provisioning_pace (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    minute    DATETIME    NOT NULL,
    affected  INT         NOT NULL,
    PRIMARY KEY (tenant_id, minute)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
