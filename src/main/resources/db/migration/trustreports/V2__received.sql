-- The receipt of the first time that somebody of the tenant, a person or a service, took the report along.
ALTER TABLE trust_report ADD COLUMN received_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL;
