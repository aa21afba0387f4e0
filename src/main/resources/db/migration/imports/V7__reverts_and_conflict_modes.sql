-- reverts: the committed import that this one undoes. conflict_mode: what happens to rows that are there already and differ.
ALTER TABLE import_plan
    ADD COLUMN rows_remove   BIGINT NOT NULL DEFAULT 0 AFTER rows_update,
    ADD COLUMN conflict_mode VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'UPDATE',
    ADD COLUMN reverts       VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY import_plan_reverts (tenant_id, reverts);

ALTER TABLE import_page
    ADD COLUMN removes INT NOT NULL DEFAULT 0 AFTER updates;
