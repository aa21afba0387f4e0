-- A ramp of a flag, one after another; at most one is active. plan: JSON with steps, guardrail and the rules before. state: what its events come to, so that active ones are found.
CREATE TABLE flag_ramp (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    flag       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number     INT         NOT NULL,
    plan       MEDIUMTEXT  NOT NULL,
    starts_at  DATETIME(6) NOT NULL,
    state      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, flag, number),
    KEY by_state (tenant_id, state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What happened to a ramp, never altered afterwards. as_of: since when a step counts, which after a downtime is earlier than the row. The receipt is filled in by the transaction that
-- leaves it.
CREATE TABLE flag_ramp_event (
    tenant_id  VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    flag       VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number     INT           NOT NULL,
    sequence   INT           NOT NULL,
    kind       VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    step       INT           NOT NULL,
    code       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    says       VARCHAR(1000) NOT NULL,
    ticket_id  VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    as_of      DATETIME(6)   NOT NULL,
    actor_type VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)   NOT NULL,
    receipt_id VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, flag, number, sequence),
    CONSTRAINT flag_ramp_event_ramp FOREIGN KEY (tenant_id, flag, number) REFERENCES flag_ramp (tenant_id, flag, number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
