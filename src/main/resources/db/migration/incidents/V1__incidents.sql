-- What happened, one row an incident. timeline: its state changes in their order, a JSON array of {at, status, by, note}; the other columns say how it stands after the last.
CREATE TABLE incident (
    tenant_id    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    incident_id  VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    incident_key VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    title        VARCHAR(300) NULL,
    status       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 1 critical to 5 informational
    severity     CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    category     VARCHAR(200) NULL,
    service      VARCHAR(200) NULL,
    assigned_to  VARCHAR(200) NULL,
    opened_at    DATETIME(6)  NULL,
    resolved_at  DATETIME(6)  NULL,
    closed_at    DATETIME(6)  NULL,
    timeline     MEDIUMTEXT   COLLATE utf8mb4_bin NOT NULL,
    version      INT          NOT NULL DEFAULT 0,
    created_at   DATETIME(6)  NOT NULL,
    updated_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, incident_id),
    UNIQUE KEY incident_key (tenant_id, incident_key),
    KEY by_opened (tenant_id, opened_at, incident_id),
    KEY by_status (tenant_id, status, opened_at, incident_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
