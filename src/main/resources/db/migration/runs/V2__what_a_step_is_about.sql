-- The incident that a step opened or changed, by its number, so that the incident's page finds its runs.
ALTER TABLE run_step
    ADD COLUMN about_number VARCHAR(128) COLLATE utf8mb4_bin GENERATED ALWAYS AS (LEFT(JSON_VALUE(outputs, '$.number'), 128)) PERSISTENT,
    ADD KEY run_step_about (tenant_id, about_number, run_id);
