-- A version of the policies, and the one that was active, asked what was decided in the last 30 days. Of the whole portal: no tenant owns it. Pages are of one tenant and a day; tenant_at and
-- page_at are where it stands. report_digest: SHA-256 of the report as canonical JSON.
CREATE TABLE policy_simulation (
    id               VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version          INT         NOT NULL,
    digest           CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    baseline         INT         NOT NULL,
    baseline_digest  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state            VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since            DATETIME(6) NOT NULL,
    until            DATETIME(6) NOT NULL,
    expected         BIGINT      NOT NULL,
    tenant_at        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    page_at          DATETIME(6) NULL,
    evaluated        BIGINT      NOT NULL DEFAULT 0,
    requests         BIGINT      NOT NULL DEFAULT 0,
    not_evaluable    BIGINT      NOT NULL DEFAULT 0,
    errors           BIGINT      NOT NULL DEFAULT 0,
    decided_otherwise BIGINT     NOT NULL DEFAULT 0,
    to_deny          BIGINT      NOT NULL DEFAULT 0,
    to_allow         BIGINT      NOT NULL DEFAULT 0,
    report_digest    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    asked_at         DATETIME(6) NOT NULL,
    ended_at         DATETIME(6) NULL,
    problem          VARCHAR(200) NULL,
    PRIMARY KEY (id),
    KEY by_version (version, asked_at),
    KEY by_state (state, asked_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Decisions of one tenant that would be others, for the same reasons on both sides. flip: a digest of action and reasons.
CREATE TABLE policy_flip (
    tenant_id     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    simulation_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    flip          CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action        VARCHAR(82) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_allow      BOOLEAN     NOT NULL,
    error         BOOLEAN     NOT NULL,
    before_by     JSON        NOT NULL,
    after_by      JSON        NOT NULL,
    decisions     BIGINT      NOT NULL,
    sample        VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, simulation_id, flip),
    KEY by_simulation (simulation_id),
    CONSTRAINT policy_flip_simulation FOREIGN KEY (simulation_id) REFERENCES policy_simulation (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
