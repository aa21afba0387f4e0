-- Each endpoint's Ed25519 pair (Standard Webhooks, v1a): whoever has the public key checks messages without being able to make them. The private key is encrypted; the former one signs as long as the former secret.
-- An endpoint from before has none until its secret is rotated.
ALTER TABLE webhook_endpoint
    ADD COLUMN public_key         VARBINARY(32)  NULL,
    ADD COLUMN private_key        VARBINARY(255) NULL,
    ADD COLUMN former_private_key VARBINARY(255) NULL;

-- Hosts that the tenant lets the portal send to: a name, or *. and a name for everything below it. None at all: every host in reach.
CREATE TABLE webhook_allowed_host (
    tenant_id VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    host      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, host)
) ENGINE = InnoDB;
