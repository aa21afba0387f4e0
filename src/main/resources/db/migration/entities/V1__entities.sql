-- properties is one JSON object in canonical form (RFC 8785), so that equal properties are equal texts.
CREATE TABLE entity (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entity_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entity_key VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    type       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    title      VARCHAR(200) NOT NULL DEFAULT '',
    properties TEXT COLLATE utf8mb4_bin NOT NULL DEFAULT '{}',
    version    INT          NOT NULL DEFAULT 0,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, entity_id),
    UNIQUE KEY entity_entity_key (tenant_id, entity_key),
    KEY entity_type (tenant_id, type, entity_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- edge_key is from→type→to; keys and types hold no arrow. Of an undirected edge the lesser key is the one that it comes from.
CREATE TABLE entity_edge (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    edge_id    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    edge_key   VARCHAR(322) COLLATE utf8mb4_bin NOT NULL,
    from_key   VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    to_key     VARCHAR(128) COLLATE utf8mb4_bin NOT NULL,
    type       VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    directed   BOOLEAN      NOT NULL DEFAULT TRUE,
    properties TEXT COLLATE utf8mb4_bin NOT NULL DEFAULT '{}',
    version    INT          NOT NULL DEFAULT 0,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, edge_id),
    UNIQUE KEY entity_edge_edge_key (tenant_id, edge_key),
    KEY entity_edge_from (tenant_id, from_key, type, to_key),
    KEY entity_edge_to (tenant_id, to_key, type, from_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a tenant's graph is known by: another value after every change, written in the transaction of the change. No row: no graph yet.
CREATE TABLE entity_graph (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB;
