-- Whether copies are to carry a watermark: asked for by the requester, decided by the tenant; and the sections of a report that are withheld.
ALTER TABLE trustcentre_request
    ADD COLUMN wants_watermark BOOLEAN NOT NULL DEFAULT FALSE AFTER requested_at,
    ADD COLUMN watermarked BOOLEAN NOT NULL DEFAULT FALSE AFTER decided_at;

ALTER TABLE trustcentre_item ADD COLUMN withheld VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' AFTER reason;
