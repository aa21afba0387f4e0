-- Something that waits for somebody else's yes. standing: the digest of what was asked, for as long as this ticket answers for it; one ticket at a time does.
CREATE TABLE approval_ticket (
    tenant_id       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticket_id       VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action          VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest          CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    standing        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    sentence        VARCHAR(500) NOT NULL,
    -- a JSON array of {code, words, number}
    tallies         TEXT         COLLATE utf8mb4_bin NOT NULL,
    requester_type  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    requester_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    quorum          INT          NOT NULL,
    version         INT          NOT NULL DEFAULT 0,
    requested_at    DATETIME(6)  NOT NULL,
    deadline        DATETIME(6)  NOT NULL,
    request_receipt VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    UNIQUE KEY approval_ticket_standing (tenant_id, standing),
    KEY by_requested (tenant_id, requested_at, ticket_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Each approver decides once. The receipt is filled in by the transaction that leaves it.
CREATE TABLE approval_vote (
    tenant_id     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ticket_id     VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approver_type VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approver_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    verdict       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason        VARCHAR(500) NOT NULL,
    decided_at    DATETIME(6)  NOT NULL,
    receipt_id    VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, ticket_id, approver_type, approver_id),
    CONSTRAINT approval_vote_ticket FOREIGN KEY (tenant_id, ticket_id) REFERENCES approval_ticket (tenant_id, ticket_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
