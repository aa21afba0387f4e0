-- What is to be done, one row a runbook. definition: the portal's dialect as canonical JSON (RFC 8785); title and steps are taken from it; dialect: how the file was written.
CREATE TABLE runbook (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    runbook_id  VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    runbook_key VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    title       VARCHAR(300) NOT NULL,
    dialect     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    steps       INT          NOT NULL,
    definition  MEDIUMTEXT   COLLATE utf8mb4_bin NOT NULL,
    version     INT          NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    updated_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, runbook_id),
    UNIQUE KEY runbook_key (tenant_id, runbook_key),
    KEY by_title (tenant_id, title, runbook_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every version that a runbook has had, the present one included; never changed. digest: SHA-256 of the definition, hexadecimal.
CREATE TABLE runbook_version (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    runbook_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    INT          NOT NULL,
    title      VARCHAR(300) NOT NULL,
    definition MEDIUMTEXT   COLLATE utf8mb4_bin NOT NULL,
    digest     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id  VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, runbook_id, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
