-- What somebody said hurts, with what they let be attached. issue_id: the issue of the tenant platform that it opened; where that was merged, the issue says into which.
CREATE TABLE feedback (
    tenant_id    VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    feedback_id  VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issue_id     VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    said         VARCHAR(5000) NOT NULL,
    impact       VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    screen       VARCHAR(200)  NULL,
    address      VARCHAR(400)  NULL,
    action       VARCHAR(100)  NULL,
    rule         VARCHAR(128)  NULL,
    decision     VARCHAR(44)   NULL,
    receipt      VARCHAR(44)   NULL,
    correlation  VARCHAR(64)   NULL,
    build        VARCHAR(100)  NULL,
    viewport     VARCHAR(40)   NULL,
    sender_type  VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sender_id    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submitted_at DATETIME(6)   NOT NULL,
    -- the receipt of this submission; filled in by the transaction that leaves it
    receipt_id   VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, feedback_id),
    KEY by_time (tenant_id, submitted_at, feedback_id),
    KEY by_sender (tenant_id, sender_id, submitted_at),
    KEY by_issue (issue_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A problem that one or more submissions are about, across tenants; owned by the tenant platform. card_*: what a fix has to bring along.
CREATE TABLE feedback_issue (
    tenant_id   VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issue_id    VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(200)  NOT NULL,
    state       VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    screen      VARCHAR(200)  NULL,
    action      VARCHAR(100)  NULL,
    rule        VARCHAR(128)  NULL,
    owner_id    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    merged_into VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    card_test   VARCHAR(1000) NULL,
    card_policy VARCHAR(1000) NULL,
    card_cost   VARCHAR(1000) NULL,
    card_proof  VARCHAR(1000) NULL,
    card_flag   VARCHAR(100)  NULL,
    version     INT           NOT NULL DEFAULT 0,
    opened_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (tenant_id, issue_id),
    KEY by_state (tenant_id, state),
    KEY by_cause (tenant_id, screen, action),
    KEY by_merged (tenant_id, merged_into)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What happened to an issue, never changed afterwards; its clock is computed from these rows. The receipt is filled in by the transaction that leaves it.
CREATE TABLE feedback_issue_event (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issue_id   VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence   INT          NOT NULL,
    kind       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    detail     VARCHAR(500) NULL,
    actor_type VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)  NOT NULL,
    receipt_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, issue_id, sequence),
    CONSTRAINT feedback_issue_event_issue FOREIGN KEY (tenant_id, issue_id) REFERENCES feedback_issue (tenant_id, issue_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Whether and when a member may be asked how something went. A moment is asked about once.
CREATE TABLE feedback_prompt (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    moment    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_at    DATETIME(6) NOT NULL,
    shown_at  DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, member_id, moment)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE feedback_preference (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prompts   BOOLEAN     NOT NULL,
    PRIMARY KEY (tenant_id, member_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
