-- An upload that broke off leaves chunks without an import; their age says when they may go.
ALTER TABLE import_file
    ADD COLUMN stored_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);
