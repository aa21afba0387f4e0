-- A thread is what came of one request: the receipts of its correlation, and those that follow from one of them in another. It is named by the correlation of its first
-- receipt, and written with the receipt, so that a page of threads costs the same however many there are. A row added without one is of its own correlation's.
ALTER TABLE receipt
    ADD COLUMN thread CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT (correlation_id) AFTER correlation_id,
    DROP KEY tenant_id_4, -- (tenant_id, occurred_at), which by_time begins with
    -- Each has all that a filter asks for, so that what does not match is passed over without being fetched.
    ADD KEY by_time (tenant_id, occurred_at, position, thread, outcome, action, actor_id),
    ADD KEY by_action_and_time (tenant_id, action, occurred_at, position, thread, outcome, actor_id),
    ADD KEY by_actor_and_time (tenant_id, actor_id, occurred_at, position, thread, outcome, action),
    ADD KEY by_outcome_and_time (tenant_id, outcome, occurred_at, position, thread, action, actor_id),
    ADD KEY by_correlation (tenant_id, correlation_id, position),
    ADD KEY by_thread (tenant_id, thread, position);

-- A correlation whose first receipt follows from one of another correlation belongs to that one's thread, and so on up to the first of all.
UPDATE receipt r JOIN (
    WITH RECURSIVE follows AS (
        SELECT c.tenant_id, c.correlation_id, p.correlation_id AS earlier
        FROM (SELECT MIN(position) AS position FROM receipt GROUP BY tenant_id, correlation_id) f
        JOIN receipt c ON c.position = f.position
        JOIN receipt p ON p.tenant_id = c.tenant_id AND p.receipt_id = c.parent_id AND p.correlation_id <> c.correlation_id),
    up AS (
        SELECT tenant_id, correlation_id, earlier FROM follows
        UNION ALL
        SELECT u.tenant_id, u.correlation_id, f.earlier FROM up u
        JOIN follows f ON f.tenant_id = u.tenant_id AND f.correlation_id = u.earlier)
    SELECT u.tenant_id, u.correlation_id, u.earlier FROM up u
    LEFT JOIN follows f ON f.tenant_id = u.tenant_id AND f.correlation_id = u.earlier
    WHERE f.earlier IS NULL) top
ON top.tenant_id = r.tenant_id AND top.correlation_id = r.correlation_id
SET r.thread = top.earlier;

-- What each receipt is about, as its payload names it: type/id; with what a timeline filters by, for one thing may have a long history. Types are one whatever their case: a
-- refusal is about an Import, its commit about an import.
CREATE TABLE receipt_subject (
    tenant_id      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_type   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    subject_id     VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    receipt_id     VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position       BIGINT UNSIGNED NOT NULL,
    occurred_at    DATETIME(6) NOT NULL,
    thread         CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    correlation_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action         VARCHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, receipt_id, subject_type, subject_id),
    KEY by_subject (tenant_id, subject_type, subject_id, occurred_at, position, thread, outcome, action, actor_id, correlation_id)
) ENGINE = InnoDB;

INSERT INTO receipt_subject (tenant_id, subject_type, subject_id, receipt_id, position, occurred_at, thread, correlation_id, action, outcome, actor_id)
SELECT r.tenant_id, MIN(SUBSTRING_INDEX(s.name, '/', 1)), SUBSTRING(s.name, LOCATE('/', s.name) + 1), r.receipt_id, r.position, r.occurred_at, r.thread, r.correlation_id,
    r.action, r.outcome, r.actor_id
FROM receipt r, JSON_TABLE(CONVERT(r.payload USING utf8mb4), '$.subject[*]' COLUMNS (name VARCHAR(300) PATH '$.name')) s
WHERE s.name REGEXP '^[!-.0-~]{1,64}/.{1,200}$'
GROUP BY r.tenant_id, r.receipt_id, LOWER(SUBSTRING_INDEX(s.name, '/', 1)), SUBSTRING(s.name, LOCATE('/', s.name) + 1);
