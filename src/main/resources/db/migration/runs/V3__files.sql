-- A file that a step of a run made, kept for a while and encrypted. Who may download it: whoever may do action on a resource of this type.
CREATE TABLE run_file (
    tenant_id     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_id       VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    media_type    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action        VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_type VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content       LONGBLOB     NOT NULL,
    expires_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, file_id),
    KEY by_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
