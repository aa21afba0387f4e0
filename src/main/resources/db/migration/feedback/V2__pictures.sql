-- The picture that goes along with a submission: what was shown and nothing of where and with what it was taken. It goes when its submission goes.
CREATE TABLE feedback_picture (
    tenant_id   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    feedback_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    format      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width       INT         NOT NULL,
    height      INT         NOT NULL,
    size        INT         NOT NULL,
    -- SHA-256 of the content, as the receipt has it
    digest      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content     MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (tenant_id, feedback_id),
    CONSTRAINT feedback_picture_submission FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, feedback_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
