-- S3-compatible buckets of a tenant. access_key and secret_key are encrypted. dialect: how it is written to.
CREATE TABLE delivery_bucket (
    tenant_id  VARCHAR(20)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    endpoint   VARCHAR(1000)  NOT NULL,
    region     VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bucket     VARCHAR(63)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prefix     VARCHAR(200)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dialect    VARCHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    access_key VARBINARY(400) NOT NULL,
    secret_key VARBINARY(400) NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (tenant_id, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
