-- How many changes there were. Whoever changes anything holds this row, so changes have one order; nodes look at it every second.
CREATE TABLE flag_revision (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision   BIGINT      NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Flags and cohorts as they are. definition: JSON, the same as in the change that made it.
CREATE TABLE flag_definition (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    thing      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    INT         NOT NULL,
    definition MEDIUMTEXT  NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, thing, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every change, never altered afterwards; how anything stood at any time is computed from these rows. The receipt is filled in by the transaction that leaves it.
CREATE TABLE flag_change (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision   BIGINT       NOT NULL,
    thing      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    INT          NOT NULL,
    kind       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    definition MEDIUMTEXT   NOT NULL,
    reason     VARCHAR(500) NULL,
    actor_type VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)  NOT NULL,
    receipt_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, revision),
    KEY by_thing (tenant_id, thing, name, revision),
    KEY by_time (tenant_id, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
