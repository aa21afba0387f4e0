-- A run of a runbook, or of one command (origin_version 0). definition: what is run, from the time of its start. beat_at: a node works on it. wake_at: when to look again at one that waits.
CREATE TABLE run (
    tenant_id      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id         VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    origin_key     VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    origin_version INT          NOT NULL,
    title          VARCHAR(300) NOT NULL,
    definition     MEDIUMTEXT   COLLATE utf8mb4_bin NOT NULL,
    inputs         TEXT         COLLATE utf8mb4_bin NOT NULL,
    state          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    back           BOOLEAN      NOT NULL DEFAULT FALSE,
    actor_type     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_roles    VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    receipt_id     VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    started_at     DATETIME(6)  NOT NULL,
    ended_at       DATETIME(6)  NULL,
    beat_at        DATETIME(6)  NULL,
    wake_at        DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, run_id),
    KEY run_started (tenant_id, started_at, run_id),
    KEY run_origin (tenant_id, origin_key, started_at),
    KEY run_due (state, wake_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE run_step (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    run_id     VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    step_no    INT          NOT NULL,
    step_id    VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    attempt    INT          NOT NULL,
    back       BOOLEAN      NOT NULL,
    state      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    says       TEXT         NOT NULL,
    outputs    TEXT         COLLATE utf8mb4_bin NOT NULL,
    receipt_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    ticket_id  VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    started_at DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6)  NULL,
    wake_at    DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, run_id, step_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
