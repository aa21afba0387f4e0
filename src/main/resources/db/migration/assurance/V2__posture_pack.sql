-- What each check of the posture pack came to, so that a pack can say when a claim last held.
CREATE TABLE posture_pack_check (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    claim_id   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    checked_at DATETIME(6) NOT NULL,
    holds      BOOLEAN NOT NULL,
    held_at    DATETIME(6) NULL,
    finding    VARCHAR(2000) CHARACTER SET utf8mb4 NOT NULL,
    PRIMARY KEY (tenant_id, claim_id, checked_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
