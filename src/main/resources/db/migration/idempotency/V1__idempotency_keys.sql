-- What a client has already asked for, for 24 hours. No status: still under way. The answer's body is sealed under the master key.
CREATE TABLE idempotency_key (
    tenant_id       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    principal       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    method          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    path            VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    idempotency_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_digest     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status          SMALLINT     NULL,
    headers         TEXT         NULL,
    body            MEDIUMBLOB   NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, principal, method, path, idempotency_key),
    KEY by_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
