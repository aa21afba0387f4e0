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

-- OAuth 2.0 clients that act for themselves. (issuer, client id) belongs to exactly one tenant, so these two are unique across tenants.
CREATE TABLE service_client (
    tenant_id    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    registration VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issuer       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    roles        VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    jwks_uri     VARCHAR(500) NOT NULL,
    PRIMARY KEY (tenant_id, registration),
    UNIQUE KEY service_client_owner (issuer, client_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
