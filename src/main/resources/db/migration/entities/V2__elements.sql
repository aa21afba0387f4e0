-- Entities and the edges between them are elements of one graph (a vertex or an edge), so that one plan of an import writes both.
-- from_key and to_key are NULL for an entity. An edge's element_key is from→type→to; keys and types hold no arrow. Of an undirected edge the lesser key is the one that it comes from.
CREATE TABLE element (
    tenant_id   VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    element_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    element_key VARCHAR(322) COLLATE utf8mb4_bin NOT NULL,
    from_key    VARCHAR(128) COLLATE utf8mb4_bin NULL,
    to_key      VARCHAR(128) COLLATE utf8mb4_bin NULL,
    type        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL DEFAULT 'entity',
    title       VARCHAR(200) NOT NULL DEFAULT '',
    directed    BOOLEAN      NOT NULL DEFAULT TRUE,
    properties  TEXT COLLATE utf8mb4_bin NOT NULL DEFAULT '{}',
    version     INT          NOT NULL DEFAULT 0,
    created_at  DATETIME(6)  NOT NULL,
    updated_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, element_id),
    UNIQUE KEY element_element_key (tenant_id, element_key),
    KEY element_from (tenant_id, from_key, type, to_key),
    KEY element_to (tenant_id, to_key, type, from_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO element (tenant_id, element_id, element_key, type, title, properties, version, created_at, updated_at)
    SELECT tenant_id, entity_id, entity_key, type, title, properties, version, created_at, updated_at FROM entity;
INSERT INTO element (tenant_id, element_id, element_key, from_key, to_key, type, directed, properties, version, created_at, updated_at)
    SELECT tenant_id, edge_id, edge_key, from_key, to_key, type, directed, properties, version, created_at, updated_at FROM entity_edge;
DROP TABLE entity_edge;
DROP TABLE entity;
