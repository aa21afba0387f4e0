-- What destinations are told, written in the transaction of what it tells of (transactional outbox). body: the JSON as it is sent, each time the same.
CREATE TABLE delivery_message (
    tenant_id  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message_id VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    about      VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body       TEXT         NOT NULL,
    receipt_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (tenant_id, message_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One message on its way to one destination. tried: attempts since it was last begun, which the pause before the next follows from; claimed_until: whoever attempts it has so long.
CREATE TABLE delivery (
    tenant_id     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    delivery_id   VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message_id    VARCHAR(44)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    destination   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts      INT          NOT NULL DEFAULT 0,
    tried         INT          NOT NULL DEFAULT 0,
    created_at    DATETIME(6)  NOT NULL,
    begun_at      DATETIME(6)  NOT NULL,
    due_at        DATETIME(6)  NOT NULL,
    claimed_until DATETIME(6)  NULL,
    ended_at      DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, delivery_id),
    UNIQUE KEY delivery_once (tenant_id, message_id, kind, destination),
    KEY delivery_due (state, due_at),
    KEY delivery_latest (tenant_id, created_at, delivery_id),
    KEY delivery_to (tenant_id, kind, destination, state, due_at)
) ENGINE = InnoDB;

-- The delivery log: each attempt, written before it is made. outcome: 'begun' until it has one.
CREATE TABLE delivery_attempt (
    tenant_id   VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    delivery_id VARCHAR(44)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number      INT           NOT NULL,
    began_at    DATETIME(6)   NOT NULL,
    took_ms     BIGINT        NULL,
    outcome     VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status      INT           NULL,
    says        VARCHAR(600)  NOT NULL,
    answer      VARCHAR(1000) NOT NULL,
    receipt_id  VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, delivery_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How a destination does. failing_since: the first failure after the last success.
CREATE TABLE delivery_health (
    tenant_id     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    destination   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    failing_since DATETIME(6) NULL,
    succeeded_at  DATETIME(6) NULL,
    disabled_at   DATETIME(6) NULL,
    disabled_why  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (tenant_id, kind, destination)
) ENGINE = InnoDB;
