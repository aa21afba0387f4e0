package io.switchboard.bench;

import io.switchboard.kernel.Utc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Two tenants' pasts as rows, since signing a million receipts takes longer than measuring what they cost: threads of four, a dry run with its commit, a save in the commit's
 * request, and a refusal, as far apart as is asked for, each with its decision, its subjects and its place in the log. The tables have to be empty: only then are their indexes built in bulk.
 */
final class History implements AutoCloseable {

    static final int THREAD = 4;

    private final Connection connection;
    private final String rows;

    History(String url, String few, int fewReceipts, String many, int manyReceipts) throws SQLException {
        this(url, few, fewReceipts, many, manyReceipts, Instant.parse("2026-01-01T00:00:00Z"), 1);
    }

    /** Seven seconds apart. */
    History(String url, String few, int fewReceipts, String many, int manyReceipts, Instant begin, int spread)
            throws SQLException {
        this(url, few, fewReceipts, many, manyReceipts, begin, Duration.ofSeconds(7), spread);
    }

    /** {@code spread} is how many times further apart the few are, so that both pasts can take as long. */
    History(
            String url,
            String few,
            int fewReceipts,
            String many,
            int manyReceipts,
            Instant begin,
            Duration apart,
            int spread)
            throws SQLException {
        connection = DriverManager.getConnection(url, "root", "");
        rows = """
                (SELECT tenant, n, position, n - n %% 4 AS root, %s AS id, %s AS root_id, %s AS decision,
                    MD5(CONCAT(tenant, n DIV 4, IF(n %% 4 IN (1, 2), 'b', n %% 4))) AS correlation, MD5(CONCAT(tenant, n DIV 4, 0)) AS thread,
                    TIMESTAMP'%s' + INTERVAL n * %d * IF(tenant = '%s', %d, 1) MICROSECOND AS at, CONCAT('mem_actor', CHAR(97 + n DIV 4 %% 26 USING ascii), 'aaaaaaaaaa') AS actor,
                    ELT(1 + n %% 4, 'imports.plan', 'imports.commit', 'administration.configure', 'receipts.export-evidence') AS action,
                    IF(n %% 4 = 3, 'denied', 'allowed') AS outcome
                 FROM (SELECT '%s' AS tenant, seq - 1 AS n, seq AS position FROM seq_1_to_%d
                       UNION ALL SELECT '%s', seq - 1, seq + %d FROM seq_1_to_%d) numbers) receipts
                """.formatted(
                        id("rcp", "n", 32),
                        id("rcp", "n - n %% 4".replace("%%", "%"), 32),
                        id("dec", "n", 16),
                        Utc.column(begin).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)),
                        apart.toNanos() / 1_000,
                        few,
                        spread,
                        few,
                        fewReceipts,
                        many,
                        fewReceipts,
                        manyReceipts);
    }

    /** Like base32 of a digest. */
    private static String id(String prefix, String number, int length) {
        var hex = "LEFT(SHA1(CONCAT(tenant, '/', %s)), %d)".formatted(number, length);
        return "CONCAT('%s_', REPLACE(REPLACE(REPLACE(REPLACE(%s, '0', 'g'), '1', 'h'), '8', 'i'), '9', 'j'))"
                .formatted(prefix, hex);
    }

    void write() throws SQLException {
        execute("SET unique_checks = 0, foreign_key_checks = 0");
        execute("""
                INSERT INTO receipt (tenant_id, receipt_id, position, actor_type, actor_id, action, outcome, decision_id, correlation_id, thread, parent_id, occurred_at,
                    key_id, payload, signature)
                SELECT tenant, id, position, 'user', actor, action, outcome, decision, correlation, thread, IF(n % 4 IN (1, 3), root_id, NULL), at, 'key_benchaaaaaaaaaaa',
                    CONCAT('{"_type":"https://in-toto.io/Statement/v1","predicate":{"action":"', action, '","actor":{"id":"', actor, '","type":"user"},"correlationId":"',
                        correlation, '","decision":{"bundleDigest":"', SHA2('bundle', 256), '","determiningPolicies":["', action, '"],"id":"', decision,
                        '","reasonCodes":[]},"facts":{"create":', n, ',"read":', n, '},"log":"log_', SUBSTRING(tenant, 5), '","occurredAt":"',
                        DATE_FORMAT(at, '%Y-%m-%dT%H:%i:%s.%fZ'), '","outcome":"', outcome,
                        '"},"subject":[{"digest":{"sha256":"', SHA2(id, 256), '"},"name":"import/imp_', root, '"}]}'),
                    UNHEX(SHA2(id, 512))
                FROM\s""" + rows);
        execute("""
                INSERT INTO receipt_subject (tenant_id, subject_type, subject_id, receipt_id, position, occurred_at, thread, correlation_id, action, outcome, actor_id)
                SELECT tenant, IF(n % 4 = 2, 'Tenant', 'import'), IF(n % 4 = 2, tenant, CONCAT('imp_', root)), id, position, at, thread, correlation, action, outcome, actor
                FROM\s""" + rows);
        execute(
                "INSERT INTO log_entry (tenant_id, log_index, receipt_id, entry) SELECT tenant, n, id, UNHEX(SHA2(id, 256)) FROM "
                        + rows);
        execute("""
                INSERT INTO policy_decision (tenant_id, decision_id, actor_type, actor_id, action, resource_type, resource_id, allowed, bundle_digest, determining_policies,
                    reasons, correlation_id, decided_at, latency_micros)
                SELECT tenant, decision, 'user', actor, action, 'Import', CONCAT('imp_', root), outcome = 'allowed', SHA2('bundle', 256), CONCAT('["', action, '"]'), '[]',
                    correlation, at, 150 FROM\s""" + rows);
        execute("ANALYZE TABLE receipt, receipt_subject, log_entry, policy_decision");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
