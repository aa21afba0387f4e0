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
