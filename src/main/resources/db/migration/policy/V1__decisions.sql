-- Every governed decision. Why it was made (reasons) is text of the bundle, not of a person.
CREATE TABLE policy_decision (
    tenant_id            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision_id          VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_type           VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id             VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action               VARCHAR(82)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_type        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_id          VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    allowed              BOOLEAN      NOT NULL,
    bundle_digest        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    determining_policies JSON         NOT NULL,
    reasons              JSON         NOT NULL,
    correlation_id       CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at           DATETIME(6)  NOT NULL,
    latency_micros       BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, decision_id),
    KEY by_time (tenant_id, decided_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
