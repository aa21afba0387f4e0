-- A kind may have keys of up to 322 characters: those of edges name both ends.
ALTER TABLE import_held
    MODIFY natural_key VARCHAR(322) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
ALTER TABLE import_duplicate
    MODIFY natural_key VARCHAR(322) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

-- Commits of a kind whose rows refer to each other take turns in a tenant.
CREATE TABLE import_turn (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, kind)
) ENGINE = InnoDB;
