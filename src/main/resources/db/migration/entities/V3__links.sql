-- That an entity has to do with a thing of another kind. Both by key, so that a link outlives either; entity_type is the entity's when the link was made.
CREATE TABLE entity_link (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entity_key  VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    thing_kind  VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    thing_key   VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    entity_type VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    linked_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, entity_key, thing_kind, thing_key),
    KEY entity_link_thing (tenant_id, thing_kind, thing_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
