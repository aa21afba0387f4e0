package io.switchboard.operations.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purges, and what they took, as rows. */
@Repository
class PurgeRows {

    private static final String FACTS =
            "SELECT purge_id, state, as_of, policy_version, started_at, ended_at, actor_type, actor_id, manifest_sha256, receipt_id, end_receipt_id FROM retention_purge WHERE tenant_id = :tenant";

    private final JdbcClient jdbc;

    PurgeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, Purge purge) {
        jdbc.sql("""
                        INSERT INTO retention_purge (tenant_id, purge_id, state, as_of, policy_version, started_at, actor_type, actor_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        purge.id().value(),
                        purge.state().wire(),
                        Utc.column(purge.asOf()),
                        purge.policyVersion(),
                        Utc.column(purge.startedAt()),
                        purge.by().type().wire(),
                        purge.by().id())
                .update();
        purge.kinds().forEach(kind -> add(tenant, purge.id(), kind));
    }

    private void add(TenantId tenant, PurgeId id, Purge.Kind kind) {
        jdbc.sql(
                        "INSERT INTO retention_purge_kind (tenant_id, purge_id, kind, days, before_at, due) VALUES (?, ?, ?, ?, ?, ?)")
                .params(tenant.value(), id.value(), kind.kind(), kind.days(), Utc.column(kind.before()), kind.due())
                .update();
    }

    /** The latest first. */
    List<Purge> list(TenantId tenant, int most) {
        return purges(
                tenant,
                jdbc.sql(FACTS + " ORDER BY started_at DESC, purge_id LIMIT :most")
                        .param("tenant", tenant.value())
                        .param("most", most));
    }

    long count(TenantId tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM retention_purge WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    /** Those that ended from {@code from} on and before {@code until}, in that order. */
    List<Purge> ended(TenantId tenant, Instant from, Instant until) {
        return purges(
                tenant,
                jdbc.sql(FACTS + " AND ended_at >= :from AND ended_at < :until ORDER BY ended_at, purge_id")
                        .param("tenant", tenant.value())
                        .param("from", Utc.column(from))
                        .param("until", Utc.column(until)));
    }

    Optional<Purge> find(TenantId tenant, PurgeId id) {
        return purges(
                        tenant,
                        jdbc.sql(FACTS + " AND purge_id = :id")
                                .param("tenant", tenant.value())
                                .param("id", id.value()))
                .stream()
                .findFirst();
    }

    Optional<PurgeId> running(TenantId tenant) {
        return jdbc.sql("SELECT purge_id FROM retention_purge WHERE tenant_id = ? AND state = ? LIMIT 1")
                .params(tenant.value(), PurgeState.RUNNING.wire())
                .query((row, _) -> new PurgeId(row.getString(1)))
                .optional();
    }

    /** Whether it still runs; others that ask wait until this transaction has ended. */
    boolean lockRunning(TenantId tenant, PurgeId id) {
        return jdbc.sql("SELECT state FROM retention_purge WHERE tenant_id = ? AND purge_id = ? FOR UPDATE")
                .params(tenant.value(), id.value())
                .query((row, _) -> row.getString(1).equals(PurgeState.RUNNING.wire()))
                .optional()
                .orElse(false);
    }

    int recorded(TenantId tenant, PurgeId id) {
        return jdbc.sql("SELECT COUNT(*) FROM retention_purge_record WHERE tenant_id = ? AND purge_id = ?")
                .params(tenant.value(), id.value())
                .query(Integer.class)
                .single();
    }

    /** In one statement, numbered from {@code first} on. */
    void record(TenantId tenant, PurgeId id, String kind, int first, List<PurgedRecord> gone) {
        var params = new ArrayList<@Nullable Object>();
        for (int i = 0; i < gone.size(); i++) {
            var record = gone.get(i);
            Collections.addAll(
                    params,
                    tenant.value(),
                    id.value(),
                    first + i,
                    kind,
                    record.name(),
                    Utc.column(record.recordedAt()),
                    record.digest().hex(),
                    record.key().map(Sha256::hex).orElse(null));
        }
        jdbc.sql(
                        "INSERT INTO retention_purge_record (tenant_id, purge_id, sequence, kind, name, recorded_at, sha256, key_sha256) VALUES "
                                + String.join(", ", Collections.nCopies(gone.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")))
                .params(params)
                .update();
    }

    /** What a purge took of a kind, in that order; at most so many. */
    List<PurgedRecord> records(TenantId tenant, PurgeId id, String kind, int most) {
        return jdbc.sql("""
                        SELECT name, recorded_at, sha256, key_sha256 FROM retention_purge_record
                         WHERE tenant_id = ? AND purge_id = ? AND kind = ? ORDER BY sequence LIMIT ?""")
                .params(tenant.value(), id.value(), kind, most)
                .query((row, _) -> new PurgedRecord(
                        row.getString("name"),
                        instant(row, "recorded_at").orElseThrow(),
                        new Sha256(row.getString("sha256")),
                        Optional.ofNullable(row.getString("key_sha256")).map(Sha256::new)))
                .list();
    }

    void failed(TenantId tenant, PurgeId id, String kind, String problem) {
        jdbc.sql("UPDATE retention_purge_kind SET problem = ? WHERE tenant_id = ? AND purge_id = ? AND kind = ?")
                .params(problem, tenant.value(), id.value(), kind)
                .update();
    }

    void left(TenantId tenant, PurgeId id, String kind, long left) {
        jdbc.sql("UPDATE retention_purge_kind SET left_over = ? WHERE tenant_id = ? AND purge_id = ? AND kind = ?")
                .params(left, tenant.value(), id.value(), kind)
                .update();
    }

    void end(TenantId tenant, PurgeId id, PurgeState state, Instant at, byte[] manifest) {
        jdbc.sql(
                        "UPDATE retention_purge SET state = ?, ended_at = ?, manifest = ?, manifest_sha256 = ? WHERE tenant_id = ? AND purge_id = ?")
                .params(
                        state.wire(),
                        Utc.column(at),
                        manifest,
                        Sha256.of(manifest).hex(),
                        tenant.value(),
                        id.value())
                .update();
    }

    Optional<byte[]> manifest(TenantId tenant, PurgeId id) {
        return jdbc.sql(
                        "SELECT manifest FROM retention_purge WHERE tenant_id = ? AND purge_id = ? AND manifest IS NOT NULL")
                .params(tenant.value(), id.value())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    void receipted(TenantId tenant, PurgeId id, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE retention_purge SET receipt_id = ? WHERE tenant_id = ? AND purge_id = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    void endReceipted(TenantId tenant, PurgeId id, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE retention_purge SET end_receipt_id = ? WHERE tenant_id = ? AND purge_id = ? AND end_receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    private List<Purge> purges(TenantId tenant, JdbcClient.StatementSpec found) {
        var heads = found.query((row, _) -> head(row)).list();
        if (heads.isEmpty()) {
            return List.of();
        }
        var kinds = kinds(tenant, heads.stream().map(it -> it.id().value()).toList());
        return heads.stream()
                .map(head -> with(head, kinds.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private record OfPurge(String purge, Purge.Kind kind) {}

    private Map<String, List<Purge.Kind>> kinds(TenantId tenant, List<String> ids) {
        return jdbc
                .sql("""
                        SELECT k.purge_id, k.kind, k.days, k.before_at, k.due, k.left_over, k.problem, COUNT(r.sequence) AS purged,
                               COUNT(r.key_sha256) AS sealed, MIN(r.recorded_at) AS oldest, MAX(r.recorded_at) AS newest
                          FROM retention_purge_kind k
                          LEFT JOIN retention_purge_record r ON r.tenant_id = k.tenant_id AND r.purge_id = k.purge_id AND r.kind = k.kind
                         WHERE k.tenant_id = :tenant AND k.purge_id IN (:ids)
                         GROUP BY k.purge_id, k.kind ORDER BY k.purge_id, k.kind""")
                .param("tenant", tenant.value())
                .param("ids", ids)
                .query((row, _) -> new OfPurge(row.getString("purge_id"), kind(row)))
                .list()
                .stream()
                .collect(groupingBy(OfPurge::purge, mapping(OfPurge::kind, toList())));
    }

    private static Purge.Kind kind(ResultSet row) throws SQLException {
        return new Purge.Kind(
                row.getString("kind"),
                row.getInt("days"),
                instant(row, "before_at").orElseThrow(),
                row.getLong("due"),
                row.getLong("purged"),
                row.getLong("sealed"),
                instant(row, "oldest"),
                instant(row, "newest"),
                Optional.ofNullable(row.getObject("left_over", Long.class)),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Purge with(Purge head, List<Purge.Kind> kinds) {
        return new Purge(
                head.id(),
                head.state(),
                head.asOf(),
                head.policyVersion(),
                head.startedAt(),
                head.endedAt(),
                head.by(),
                kinds,
                head.manifest(),
                head.receipt(),
                head.endReceipt());
    }

    private static Purge head(ResultSet row) throws SQLException {
        return new Purge(
                new PurgeId(row.getString("purge_id")),
                PurgeState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "as_of").orElseThrow(),
                row.getInt("policy_version"),
                instant(row, "started_at").orElseThrow(),
                instant(row, "ended_at"),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                List.of(),
                Optional.ofNullable(row.getString("manifest_sha256")).map(Sha256::new),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                Optional.ofNullable(row.getString("end_receipt_id")).map(ReceiptId::new));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
