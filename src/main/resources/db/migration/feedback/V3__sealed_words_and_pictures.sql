-- Words and pictures are sealed, each under a key of its own, which goes when they are purged. Those that came before this stand in said and content in the clear until the portal has sealed them.
ALTER TABLE feedback
    MODIFY said VARCHAR(5000) NULL,
    ADD COLUMN said_key    VARBINARY(128) NULL,
    ADD COLUMN said_sealed BLOB           NULL,
    ADD COLUMN purge_id    VARCHAR(44)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN purged_at   DATETIME(6)    NULL,
    ADD KEY by_age (tenant_id, purge_id, submitted_at);

ALTER TABLE feedback_picture
    MODIFY content MEDIUMBLOB NULL,
    ADD COLUMN content_key VARBINARY(128) NULL;
