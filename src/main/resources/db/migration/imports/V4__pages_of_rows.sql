-- A plan's rows are kept a page at a time: an array of about a thousand rows in the file's order, and how many of each outcome it has.
CREATE TABLE import_page (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_row INT NOT NULL,
    last_row  INT NOT NULL,
    creates   INT NOT NULL,
    updates   INT NOT NULL,
    unchanged INT NOT NULL,
    conflicts INT NOT NULL,
    rejects   INT NOT NULL,
    content   LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (tenant_id, import_id, first_row)
) ENGINE = InnoDB;

-- Rows that raise privileges. released: a commit took them in, since they were ticked; the others stay out.
CREATE TABLE import_held (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id   VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    row_no      INT NOT NULL,
    natural_key VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    outcome     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticked      TINYINT(1) NOT NULL DEFAULT 0,
    released    TINYINT(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, import_id, row_no),
    KEY import_held_key (tenant_id, import_id, natural_key)
) ENGINE = InnoDB;

-- Keys that a file has more than once, while its dry run rejects them.
CREATE TABLE import_duplicate (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    import_id   VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    natural_key VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    line_list   VARCHAR(200) NOT NULL,
    PRIMARY KEY (tenant_id, import_id, natural_key)
) ENGINE = InnoDB;

-- Rows in the old form are not carried over: their imports end, as the deletion after thirty days would end them. Drafts and dry runs under way stay.
UPDATE import_plan SET status = 'EXPIRED' WHERE status = 'PLANNED';
DELETE f FROM import_file f JOIN import_plan p ON p.tenant_id = f.tenant_id AND p.import_id = f.import_id
    WHERE p.status NOT IN ('UPLOADED', 'PLANNING', 'COMMITTING');
UPDATE import_plan SET cleared_at = UTC_TIMESTAMP(6) WHERE cleared_at IS NULL AND status NOT IN ('UPLOADED', 'PLANNING', 'COMMITTING');
DROP TABLE import_row;
