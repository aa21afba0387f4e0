-- Keys follow one another: the newest generation that is valid signs. Times cannot say which is newest: they are whole seconds, and clocks jump.
ALTER TABLE signing_key
    ADD COLUMN generation INT UNSIGNED NOT NULL DEFAULT 1,
    ADD COLUMN origin     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'generated',
    ADD UNIQUE KEY by_generation (tenant_id, key_use, generation);
