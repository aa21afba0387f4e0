-- Addresses of a tenant that the portal sends events to. secret: what signs them, encrypted; shown once, when it is made.
CREATE TABLE webhook_endpoint (
    tenant_id  VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address    VARCHAR(2000) NOT NULL,
    secret     VARBINARY(255) NOT NULL,
    created_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (tenant_id, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
