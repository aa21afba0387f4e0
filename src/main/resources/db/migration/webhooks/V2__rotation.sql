-- A rotated endpoint: the secret before signs as well until former_until, encrypted like the present one.
ALTER TABLE webhook_endpoint
    ADD COLUMN rotated_at    DATETIME(6)    NULL,
    ADD COLUMN former_secret VARBINARY(255) NULL,
    ADD COLUMN former_until  DATETIME(6)    NULL;
