-- A mapping by name, for files that come again with the same header.
CREATE TABLE import_mapping (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    mapping_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    -- field to header, settings under their own names
    mapping    TEXT NOT NULL,
    actor_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    saved_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, mapping_id),
    UNIQUE KEY import_mapping_name (tenant_id, kind, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- A file that is fetched again and again. address is shown and has no query; what is secret (query, token, key) is sealed.
-- owner_*: on whose behalf it runs; authority: the receipt with which that person set it so.
-- claim_token, claimed_until: the run that is under way. etag, digest, seen_import: the content that was taken last.
CREATE TABLE import_schedule (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    schedule_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name           VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address        VARCHAR(500) NOT NULL,
    has_query      TINYINT(1) NOT NULL,
    access         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    access_key     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    region         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    secrets        BLOB NOT NULL,
    mapping_id     VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    every_seconds  INT NOT NULL,
    on_plan        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paused_because VARCHAR(500) NULL,
    owner_type     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    authority      VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    failures       INT NOT NULL DEFAULT 0,
    runs           INT NOT NULL DEFAULT 0,
    etag           VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    digest         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    seen_import    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    next_run_at    DATETIME(6) NOT NULL,
    claim_token    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    claimed_until  DATETIME(6) NULL,
    created_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, schedule_id),
    UNIQUE KEY import_schedule_name (tenant_id, name),
    KEY import_schedule_due (next_run_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE import_schedule_run (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    schedule_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_no      INT NOT NULL,
    outcome     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    sentence    VARCHAR(2000) NOT NULL DEFAULT '',
    import_id   VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    receipt_id  VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    started_at  DATETIME(6) NOT NULL,
    ended_at    DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, schedule_id, run_no)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- The list of imports is read newest first, a page at a time.
ALTER TABLE import_plan
    ADD KEY import_plan_history (tenant_id, created_at);
