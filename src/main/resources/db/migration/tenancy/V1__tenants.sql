CREATE TABLE tenant (
    tenant_id      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    slug           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name           VARCHAR(200) NOT NULL,
    plan           VARCHAR(12)  CHARACTER SET ascii NOT NULL,
    log_id         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    accent         CHAR(7)      CHARACTER SET ascii NOT NULL,
    contact        VARCHAR(254) NOT NULL DEFAULT '',
    retention_days INT          NOT NULL,
    version        INT          NOT NULL DEFAULT 0,
    created_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id),
    UNIQUE KEY tenant_slug (slug),
    UNIQUE KEY tenant_log (log_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
