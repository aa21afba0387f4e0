-- When a value was recorded, so that those older than the tenant keeps them are found by key; and under which purge its key was destroyed.
ALTER TABLE receipt_disclosure
    ADD COLUMN recorded_at DATETIME(6) NULL AFTER position,
    ADD COLUMN purge_id    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN purged_at   DATETIME(6) NULL;

UPDATE receipt_disclosure d JOIN receipt r ON r.tenant_id = d.tenant_id AND r.receipt_id = d.receipt_id
   SET d.recorded_at = r.occurred_at;

ALTER TABLE receipt_disclosure
    MODIFY recorded_at DATETIME(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
    ADD KEY by_age (tenant_id, purge_id, recorded_at);
