-- Files that are handed out by a secure link. Of the link's secret there is only its digest; the file is sealed under a key of its own, which goes with the link's end.
CREATE TABLE delivery_link (
    tenant_id    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    link_id      VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    token_sha256 CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(120) NOT NULL,
    type         VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bytes        BIGINT       NOT NULL,
    digest       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    wrapped_key  BLOB         NULL,
    content      LONGBLOB     NULL,
    created_at   DATETIME(6)  NOT NULL,
    expires_at   DATETIME(6)  NOT NULL,
    most_uses    INT          NOT NULL,
    uses         INT          NOT NULL DEFAULT 0,
    used_at      DATETIME(6)  NULL,
    revoked_at   DATETIME(6)  NULL,
    actor_type   VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, link_id),
    UNIQUE KEY delivery_link_token (tenant_id, token_sha256),
    KEY by_created (tenant_id, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
