-- A tick outlives the tab in which it was made.
ALTER TABLE import_row
    ADD COLUMN ticked TINYINT(1) NOT NULL DEFAULT 0 AFTER held,
    DROP KEY import_row_outcome,
    ADD KEY import_row_outcome (tenant_id, import_id, outcome, held, row_no);

-- beat_at: the node that works on the import was alive then. cleared_at: file and rows are gone; head, counts and receipt stay.
ALTER TABLE import_plan
    ADD COLUMN beat_at DATETIME(6) NULL,
    ADD COLUMN cleared_at DATETIME(6) NULL,
    ADD KEY import_plan_keeping (cleared_at, created_at);
