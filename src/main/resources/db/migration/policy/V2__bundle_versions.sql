-- Policy bundles, never altered afterwards but for what became of them. Of the whole portal: no tenant owns them. files: JSON, name to text. statement: a DSSE envelope of the tenant
-- platform's receipt key; null only for a release's own files until there is that tenant.
CREATE TABLE policy_version (
    number             INT          NOT NULL,
    digest             CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    origin             VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    files              MEDIUMTEXT   NOT NULL,
    title              VARCHAR(200) NOT NULL,
    why                TEXT         NOT NULL,
    based_on           INT          NULL,
    author_type        VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    author_id          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    proposed_at        DATETIME(6)  NOT NULL,
    activated_at       DATETIME(6)  NULL,
    withdrawn_at       DATETIME(6)  NULL,
    signed_at          DATETIME(6)  NULL,
    statement          MEDIUMBLOB   NULL,
    proposal_receipt   VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    activation_receipt VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (number),
    UNIQUE KEY policy_version_digest (digest)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row. Whoever changes anything holds it, so changes have one order; nodes look at it every second. chosen: a person has activated a version, so a release does not do so by itself.
CREATE TABLE policy_standing (
    id         INT         NOT NULL,
    revision   BIGINT      NOT NULL,
    active     INT         NULL,
    shadow     INT         NULL,
    chosen     BOOLEAN     NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT policy_standing_active FOREIGN KEY (active) REFERENCES policy_version (number),
    CONSTRAINT policy_standing_shadow FOREIGN KEY (shadow) REFERENCES policy_version (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO policy_standing (id, revision, active, shadow, chosen, changed_at) VALUES (1, 0, NULL, NULL, FALSE, UTC_TIMESTAMP(6));

-- What of a request policies can read, but for the ids in the row: canonical JSON, and its SHA-256. Null for decisions from before it was kept: those cannot be evaluated again.
ALTER TABLE policy_decision
    ADD COLUMN request TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN request_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- What the version in shadow said to a decision that another one made.
CREATE TABLE policy_shadow_decision (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT         NOT NULL,
    action      VARCHAR(82) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    enforced    VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    evaluated   VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    policies    JSON        NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, decision_id),
    KEY by_version (version, tenant_id, action, enforced, evaluated)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
