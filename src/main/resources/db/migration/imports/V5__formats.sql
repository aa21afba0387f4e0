-- How a file is read: csv, or the id of a format of documents, for which encoding and delimiter say nothing.
ALTER TABLE import_plan
    ADD COLUMN format VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'csv' AFTER source_bytes;
