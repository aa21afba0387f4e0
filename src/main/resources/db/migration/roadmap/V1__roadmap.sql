CREATE TABLE roadmap_item (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    item_id     VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(200) NOT NULL,
    -- as it was when the item was raised; canonical JSON
    finding     MEDIUMTEXT   NULL,
    spec        MEDIUMTEXT   NOT NULL,
    deferred    VARCHAR(1000) NULL,
    in_release  VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    version     INT          NOT NULL,
    actor_type  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    raised_at   DATETIME(6)  NOT NULL,
    changed_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, item_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE roadmap_lock (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    in_release  VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    locked_at   DATETIME(6)  NOT NULL,
    actor_type  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    items_in    INT          NOT NULL,
    items_out   INT          NOT NULL,
    pdf         MEDIUMBLOB   NOT NULL,
    json        MEDIUMBLOB   NOT NULL,
    receipt_id  VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, in_release)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
