CREATE TABLE ledger_entry (
    tenant_id   VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry_id    VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(200)  NOT NULL,
    rationale   VARCHAR(4000) NOT NULL,
    about       VARCHAR(300)  NULL,
    signatures  INT           NOT NULL,
    counts_until DATE         NOT NULL,
    digest      CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_type  VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6)   NOT NULL,
    receipt_id  VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    withdrawn_at DATETIME(6)  NULL,
    withdrawn_because VARCHAR(1000) NULL,
    withdrawal_receipt VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, entry_id),
    KEY by_time (tenant_id, recorded_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE ledger_signature (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry_id   VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    roles      VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signed_at  DATETIME(6) NOT NULL,
    receipt_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, entry_id, actor_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
