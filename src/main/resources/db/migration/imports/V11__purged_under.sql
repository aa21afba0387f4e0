-- Under which purge file and rows went; none for what was deleted before purges had manifests.
ALTER TABLE import_plan
    ADD COLUMN purge_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER cleared_at,
    ADD KEY import_plan_age (tenant_id, cleared_at, created_at);
