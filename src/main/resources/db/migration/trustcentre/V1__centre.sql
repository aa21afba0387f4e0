-- What a tenant's trust centre says and lists. A tenant without a row has never opened one.
CREATE TABLE trustcentre_settings (
    tenant_id     VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    is_open       BOOLEAN       NOT NULL,
    welcome       VARCHAR(2000) NOT NULL,
    listed        VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    terms_version INT           NOT NULL,
    version       INT           NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every version of the terms stays: a receipt names the one that was accepted.
CREATE TABLE trustcentre_terms (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version   INT         NOT NULL,
    text      TEXT        NOT NULL,
    PRIMARY KEY (tenant_id, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who asked is sealed under a key of its own, what they signed with under another; of the page's secret there is only its digest.
CREATE TABLE trustcentre_request (
    tenant_id     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    token_sha256  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_key    BLOB        NULL,
    person        BLOB        NULL,
    signed_key    BLOB        NULL,
    signed        BLOB        NULL,
    requested_at  DATETIME(6) NOT NULL,
    decided_at    DATETIME(6) NULL,
    ends_at       DATETIME(6) NULL,
    terms_version INT         NULL,
    accepted_at   DATETIME(6) NULL,
    revoked_at    DATETIME(6) NULL,
    version       INT         NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, request_id),
    UNIQUE KEY trustcentre_request_token (tenant_id, token_sha256),
    KEY by_requested (tenant_id, requested_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE trustcentre_item (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    document   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    verdict    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason     VARCHAR(500) NOT NULL DEFAULT '',
    downloads  INT          NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, request_id, document)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What happened to a request, one row for each of its receipts.
CREATE TABLE trustcentre_step (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id  VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_type  VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file        VARCHAR(200) NULL,
    digest      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    occurred_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, receipt_id),
    KEY by_request (tenant_id, request_id, occurred_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
