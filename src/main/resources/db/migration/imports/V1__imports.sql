CREATE TABLE import_plan (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id      VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_name      VARCHAR(255) NOT NULL,
    source_digest  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_bytes   BIGINT NOT NULL,
    encoding       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    mark_bytes     INT NOT NULL,
    delimiter_char CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- field to header, and the headers that no field takes
    mapping        TEXT NOT NULL,
    ignored        TEXT NOT NULL,
    notes          TEXT NOT NULL,
    -- makes the manifest's key commitments unguessable
    salt           BINARY(32) NOT NULL,
    rows_read      BIGINT NOT NULL DEFAULT 0,
    rows_create    BIGINT NOT NULL DEFAULT 0,
    rows_update    BIGINT NOT NULL DEFAULT 0,
    rows_unchanged BIGINT NOT NULL DEFAULT 0,
    rows_reject    BIGINT NOT NULL DEFAULT 0,
    rows_conflict  BIGINT NOT NULL DEFAULT 0,
    rows_held      BIGINT NOT NULL DEFAULT 0,
    base_revision  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    actor_type     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_roles    VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id     VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    decision_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    failure        VARCHAR(2000) NULL,
    created_at     DATETIME(6) NOT NULL,
    expires_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, import_id),
    KEY import_plan_status (status)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE import_file (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    chunk_no  INT NOT NULL,
    content   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, import_id, chunk_no)
) ENGINE = InnoDB;

-- Staged rows of every kind: c1 to c10 hold a kind's fields in its order, in their stored form.
CREATE TABLE import_row (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id      VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    row_no         INT NOT NULL,
    line_no        BIGINT NOT NULL,
    natural_key    VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    c1 VARCHAR(320) NULL, c2 VARCHAR(320) NULL, c3 VARCHAR(320) NULL, c4 VARCHAR(320) NULL, c5 VARCHAR(320) NULL,
    c6 VARCHAR(320) NULL, c7 VARCHAR(320) NULL, c8 VARCHAR(320) NULL, c9 VARCHAR(320) NULL, c10 VARCHAR(320) NULL,
    outcome        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    raises         TINYINT(1) NOT NULL DEFAULT 0,
    held           TINYINT(1) NOT NULL DEFAULT 0,
    target_id      VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    target_version INT NULL,
    before_values  TEXT NULL,
    problems       TEXT NULL,
    PRIMARY KEY (tenant_id, import_id, row_no),
    KEY import_row_key (tenant_id, import_id, natural_key),
    KEY import_row_outcome (tenant_id, import_id, outcome, row_no)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
