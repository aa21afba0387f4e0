package io.switchboard.operations.ledger;

import static java.util.stream.Collectors.groupingBy;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries and signatures as rows, which are added and hardly ever changed. */
@Repository
class LedgerRows {

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<LedgerEntry> all(TenantId tenant, int most) {
        var signatures = jdbc
                .sql("SELECT * FROM ledger_signature WHERE tenant_id = ? ORDER BY signed_at, actor_id")
                .param(tenant.value())
                .query((row, _) -> new Signed(row.getString("entry_id"), signature(row)))
                .list()
                .stream()
                .collect(groupingBy(Signed::entry, Collectors.mapping(Signed::signature, Collectors.toList())));
        return jdbc.sql("SELECT * FROM ledger_entry WHERE tenant_id = ? ORDER BY recorded_at DESC, entry_id LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> entry(row, signatures.getOrDefault(row.getString("entry_id"), List.of())))
                .list();
    }

    private record Signed(String entry, Signature signature) {}

    Optional<LedgerEntry> find(TenantId tenant, EntryId id) {
        return find(tenant, id, "");
    }

    /** Kept from others until the transaction ends: of two last signatures one is the last. */
    LedgerEntry locked(TenantId tenant, EntryId id) {
        return find(tenant, id, " FOR UPDATE").orElseThrow();
    }

    private Optional<LedgerEntry> find(TenantId tenant, EntryId id, String lock) {
        var row = jdbc.sql("SELECT * FROM ledger_entry WHERE tenant_id = ? AND entry_id = ?" + lock)
                .params(tenant.value(), id.value())
                .query((it, _) -> entry(it, List.of()))
                .optional();
        return row.map(entry -> new LedgerEntry(
                entry.id(),
                entry.said(),
                entry.recordedBy(),
                entry.recordedAt(),
                entry.receipt(),
                signatures(tenant, id),
                entry.withdrawal()));
    }

    private List<Signature> signatures(TenantId tenant, EntryId id) {
        return jdbc.sql(
                        "SELECT * FROM ledger_signature WHERE tenant_id = ? AND entry_id = ? ORDER BY signed_at, actor_id")
                .params(tenant.value(), id.value())
                .query((row, _) -> signature(row))
                .list();
    }

    void add(TenantId tenant, LedgerEntry entry) {
        jdbc.sql("""
                        INSERT INTO ledger_entry (tenant_id, entry_id, decision, title, rationale, about, signatures, counts_until, digest,
                          actor_type, actor_id, recorded_at)
                        VALUES (:tenant, :id, :decision, :title, :rationale, :about, :signatures, :until, :digest, :type, :actor, :at)""")
                .param("tenant", tenant.value())
                .param("id", entry.id().value())
                .param("decision", entry.said().decided().wire())
                .param("title", entry.said().title())
                .param("rationale", entry.said().rationale())
                .param("about", entry.said().about().orElse(null))
                .param("signatures", entry.said().signatures())
                .param("until", entry.said().until())
                .param("digest", entry.digest().hex())
                .param("type", entry.recordedBy().type().wire())
                .param("actor", entry.recordedBy().id())
                .param("at", Utc.column(entry.recordedAt()))
                .update();
    }

    void sign(Caller caller, EntryId id, Instant at) {
        jdbc.sql(
                        "INSERT INTO ledger_signature (tenant_id, entry_id, actor_id, roles, signed_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        caller.tenant().value(),
                        id.value(),
                        caller.actor().id(),
                        caller.roleNames().stream().sorted().collect(Collectors.joining(", ")),
                        Utc.column(at))
                .update();
    }

    void withdraw(TenantId tenant, EntryId id, Instant at, String reason) {
        jdbc.sql("UPDATE ledger_entry SET withdrawn_at = ?, withdrawn_because = ? WHERE tenant_id = ? AND entry_id = ?")
                .params(Utc.column(at), reason, tenant.value(), id.value())
                .update();
    }

    void receipted(TenantId tenant, EntryId id, ReceiptId receipt) {
        jdbc.sql("UPDATE ledger_entry SET receipt_id = ? WHERE tenant_id = ? AND entry_id = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    void signatureReceipted(TenantId tenant, EntryId id, Actor by, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE ledger_signature SET receipt_id = ? WHERE tenant_id = ? AND entry_id = ? AND actor_id = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value(), by.id())
                .update();
    }

    void withdrawalReceipted(TenantId tenant, EntryId id, ReceiptId receipt) {
        jdbc.sql(
                        "UPDATE ledger_entry SET withdrawal_receipt = ? WHERE tenant_id = ? AND entry_id = ? AND withdrawal_receipt IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }

    /** What is read has the digest that was signed, or somebody wrote into the table. */
    private static LedgerEntry entry(ResultSet row, List<Signature> signatures) throws SQLException {
        var entry = new LedgerEntry(
                new EntryId(row.getString("entry_id")),
                new NewEntry(
                        Decided.of(row.getString("decision")),
                        row.getString("title"),
                        row.getString("rationale"),
                        Optional.ofNullable(row.getString("about")),
                        row.getInt("signatures"),
                        row.getObject("counts_until", LocalDate.class)),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")),
                instant(row, "recorded_at"),
                receipt(row, "receipt_id"),
                signatures,
                withdrawal(row));
        if (!entry.digest().equals(new Sha256(row.getString("digest")))) {
            throw new IllegalStateException("The entry " + entry.id()
                    + " is not as it was recorded: its digest is another. Compare it with its receipt.");
        }
        return entry;
    }

    private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
        var reason = row.getString("withdrawn_because");
        return reason == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(instant(row, "withdrawn_at"), reason, receipt(row, "withdrawal_receipt")));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                new Actor(Actor.Type.USER, row.getString("actor_id")),
                row.getString("roles"),
                instant(row, "signed_at"),
                receipt(row, "receipt_id"));
    }

    private static Optional<ReceiptId> receipt(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(ReceiptId::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
