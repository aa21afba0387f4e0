-- Sums over the receipts of each tenant by day (UTC), so that a figure costs the same however many receipts there are. Nothing here is a source: all of it can be made again from the log.

-- The next entry of the tenant's log that is not in the sums yet.
CREATE TABLE success_progress (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    next_index BIGINT UNSIGNED NOT NULL DEFAULT 0,
    newest_at  DATETIME(6) NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB;

-- How often what was done, and how it ended.
CREATE TABLE success_activity (
    tenant_id  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day        DATE NOT NULL,
    action     VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number     BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (tenant_id, day, action, outcome, actor_type)
) ENGINE = InnoDB;

-- People who did something that was allowed; worked: with runs or incidents.
CREATE TABLE success_presence (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day       DATE NOT NULL,
    actor_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number    BIGINT UNSIGNED NOT NULL,
    worked    BOOLEAN NOT NULL,
    first_at  DATETIME(6) NOT NULL,
    last_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, day, actor_id)
) ENGINE = InnoDB;

-- What is counted by a label: dry runs and commits by how they ended, rejected rows by reason.
CREATE TABLE success_tally (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day       DATE NOT NULL,
    name      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number    BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (tenant_id, day, name, label)
) ENGINE = InnoDB;

-- What is looked at one by one: approvals that ended (by the receipt that ended them) and how long they had waited, incidents that were handled on a day.
CREATE TABLE success_case (
    tenant_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day       DATE NOT NULL,
    kind      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    case_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at        DATETIME(6) NOT NULL,
    waited_ms BIGINT UNSIGNED NOT NULL,
    result    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, day, kind, case_id)
) ENGINE = InnoDB;
