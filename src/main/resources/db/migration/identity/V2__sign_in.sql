-- Where a tenant's people sign in. Secrets are sealed under the master key before they arrive here.
CREATE TABLE oidc_connection (
    tenant_id         VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issuer            VARCHAR(500)  NOT NULL,
    client_id         VARCHAR(200)  NOT NULL,
    client_secret     VARBINARY(1000) NOT NULL,
    authorization_uri VARCHAR(500)  NOT NULL,
    token_uri         VARCHAR(500)  NOT NULL,
    jwks_uri          VARCHAR(500)  NOT NULL,
    end_session_uri   VARCHAR(500)  NULL,
    created_at        DATETIME(6)   NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
