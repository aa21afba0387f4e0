-- Committed receipts without an index: written with the receipt, gone once the sequencer has numbered them. The entry is the SHA-256 of the envelope.
CREATE TABLE log_queue (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    queued_at  DATETIME(6) NOT NULL,
    receipt_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry      BINARY(32) NOT NULL,
    PRIMARY KEY (tenant_id, queued_at, receipt_id)
) ENGINE = InnoDB;

CREATE TABLE log_entry (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    log_index  BIGINT UNSIGNED NOT NULL,
    receipt_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry      BINARY(32) NOT NULL,
    PRIMARY KEY (tenant_id, log_index),
    UNIQUE KEY log_entry_receipt (tenant_id, receipt_id)
) ENGINE = InnoDB;

-- A log: how many entries have an index, are under a signed checkpoint, are under the checkpoint that the store serves; and the node that extends it now.
CREATE TABLE log_head (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    log_id         VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    origin         VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequenced_size BIGINT UNSIGNED NOT NULL DEFAULT 0,
    signed_size    BIGINT UNSIGNED NOT NULL DEFAULT 0,
    -- compact range of the signed tree
    signed_edge    VARBINARY(2048) NOT NULL,
    published_size BIGINT UNSIGNED NOT NULL DEFAULT 0,
    anchored_size  BIGINT UNSIGNED NOT NULL DEFAULT 0,
    is_public      BOOLEAN NOT NULL DEFAULT FALSE,
    lease_owner    VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NULL,
    lease_until    DATETIME(6) NULL,
    -- why nothing more is signed, until a person has looked
    halted_because VARCHAR(1000) NULL,
    halted_at      DATETIME(6) NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every checkpoint ever signed.
CREATE TABLE log_checkpoint (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tree_size BIGINT UNSIGNED NOT NULL,
    root      BINARY(32) NOT NULL,
    note      TEXT CHARACTER SET utf8mb4 NOT NULL,
    signed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, tree_size)
) ENGINE = InnoDB;

-- How far a receipt has come follows from its index and the log's head.
ALTER TABLE receipt DROP COLUMN state;

-- Receipts from before there was a log, in the form that their envelopes have: canonical JSON.
INSERT INTO log_queue (tenant_id, queued_at, receipt_id, entry)
SELECT tenant_id, occurred_at, receipt_id, UNHEX(SHA2(CONCAT(
    '{"payload":"', REPLACE(TO_BASE64(payload), '\n', ''), '","payloadType":"application/vnd.in-toto+json","signatures":[{"keyid":"', key_id,
    '","sig":"', REPLACE(TO_BASE64(signature), '\n', ''), '"}]}'), 256))
FROM receipt;
