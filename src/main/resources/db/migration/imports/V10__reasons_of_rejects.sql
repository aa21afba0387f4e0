-- How many rows of the page were rejected for which reason: E-103=2,E-105=1. Of pages from before, nothing is said.
ALTER TABLE import_page ADD COLUMN reasons VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER rejects;
