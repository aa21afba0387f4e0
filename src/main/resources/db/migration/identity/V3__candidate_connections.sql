-- A connection is tried out as a candidate before the tenant's sign-ins go through it; both may exist side by side.
ALTER TABLE oidc_connection
    ADD COLUMN stage          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active' AFTER tenant_id,
    ADD COLUMN connection_id  VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER stage,
    ADD COLUMN tested_at      DATETIME(6) NULL,
    ADD COLUMN tested_by      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN test_problem   VARCHAR(500) NULL,
    ADD COLUMN first_login_at DATETIME(6) NULL,
    ADD COLUMN first_login_by VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (tenant_id, stage);
