package io.switchboard.control.receipts;

import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The values that receipts only commit to, each encrypted under a key of its own. {@link #destroy} deletes those keys: the values are then gone
 * for good, also from every backup made later, while the receipts and their commitments stay as they are.
 */
@Component
public class Disclosures {

    private static final String KEPT =
            " FROM receipt_disclosure WHERE tenant_id = ? AND purge_id IS NULL AND recorded_at < ? AND wrapped_key IS NOT NULL";

    private final JdbcClient jdbc;
    private final SecretBox box;

    public Disclosures(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /** In one statement, however many they are. */
    void add(TenantId tenant, ReceiptId id, Instant recordedAt, List<Disclosed> disclosures) {
        if (disclosures.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Object>();
        for (int i = 0; i < disclosures.size(); i++) {
            byte[] plain = disclosures.get(i).encoded().getBytes(StandardCharsets.US_ASCII);
            var sealed = box.sealShreddable(context(tenant, id.value(), i), plain);
            rows.addAll(List.of(
                    tenant.value(), id.value(), i, Utc.column(recordedAt), sealed.wrappedKey(), sealed.ciphertext()));
        }
        var places = String.join(", ", Collections.nCopies(disclosures.size(), "(?, ?, ?, ?, ?, ?)"));
        jdbc.sql(
                        "INSERT INTO receipt_disclosure (tenant_id, receipt_id, position, recorded_at, wrapped_key, ciphertext)"
                                + " VALUES " + places)
                .params(rows)
                .update();
    }

    /** What can still be read, by receipt id. */
    Map<String, List<Disclosed>> open(TenantId tenant, List<ReceiptId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "SELECT receipt_id, position, wrapped_key, ciphertext FROM receipt_disclosure WHERE tenant_id = :tenant"
                                + " AND receipt_id IN (:ids) AND wrapped_key IS NOT NULL ORDER BY receipt_id, position")
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(ReceiptId::value).toList())
                .query((row, _) -> new Row(
                        row.getString(1), row.getInt(2), new SecretBox.Shreddable(row.getBytes(3), row.getBytes(4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::receipt, Collectors.mapping(row -> open(tenant, row), Collectors.toList())));
    }

    private Disclosed open(TenantId tenant, Row row) {
        byte[] plain = box.openShreddable(context(tenant, row.receipt(), row.position()), row.sealed());
        return new Disclosed(new String(plain, StandardCharsets.US_ASCII));
    }

    /** Deletes the keys of everything the receipt could disclose; answers how many values that made unreadable. */
    public int destroy(TenantId tenant, ReceiptId id) {
        return jdbc.sql("UPDATE receipt_disclosure SET wrapped_key = NULL, ciphertext = ''"
                        + " WHERE tenant_id = ? AND receipt_id = ? AND wrapped_key IS NOT NULL")
                .params(tenant.value(), id.value())
                .update();
    }

    /** Values that can be read and were recorded before that: how many, and when the first and the last. */
    public Kept kept(TenantId tenant, Instant before) {
        return jdbc.sql("SELECT COUNT(*), MIN(recorded_at), MAX(recorded_at)" + KEPT)
                .params(tenant.value(), Utc.column(before))
                .query((row, _) -> new Kept(row.getLong(1), instant(row, 2), instant(row, 3)))
                .single();
    }

    /** Destroys the keys of the oldest of them under the name of a purge, in the caller's transaction, and answers which those were. */
    public List<Shredded> shred(TenantId tenant, Instant before, int most, Purged purged) {
        var first = KEPT + " ORDER BY recorded_at, receipt_id, position LIMIT ?";
        var shredded = jdbc.sql(
                        "SELECT receipt_id, position, recorded_at, SHA2(ciphertext, 256), SHA2(wrapped_key, 256)"
                                + first + " FOR UPDATE")
                .params(tenant.value(), Utc.column(before), most)
                .query((row, _) -> new Shredded(
                        new ReceiptId(row.getString(1)),
                        row.getInt(2),
                        instant(row, 3).orElseThrow(),
                        new Sha256(row.getString(4)),
                        new Sha256(row.getString(5))))
                .list();
        if (!shredded.isEmpty()) {
            jdbc.sql("UPDATE receipt_disclosure SET wrapped_key = NULL, ciphertext = '', purge_id = ?, purged_at = ?"
                            + first.substring(first.indexOf(" WHERE")))
                    .params(
                            purged.purge().value(),
                            Utc.column(purged.at()),
                            tenant.value(),
                            Utc.column(before),
                            shredded.size())
                    .update();
        }
        return shredded;
    }

    /** The latest purge that took values of the receipt. */
    Optional<Purged> purged(TenantId tenant, ReceiptId id) {
        return jdbc.sql("SELECT purge_id, purged_at FROM receipt_disclosure WHERE tenant_id = ? AND receipt_id = ?"
                        + " AND purge_id IS NOT NULL ORDER BY purged_at DESC LIMIT 1")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Purged(
                        new PurgeId(row.getString(1)), instant(row, 2).orElseThrow()))
                .optional();
    }

    /** A number of values and the span of their times. */
    public record Kept(long number, Optional<Instant> oldest, Optional<Instant> newest) {}

    /** A value whose key is gone: the digest of what its key had sealed, and that of the key as it was wrapped. */
    public record Shredded(ReceiptId receipt, int position, Instant recordedAt, Sha256 ciphertext, Sha256 key) {}

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }

    private static String context(TenantId tenant, String receipt, int position) {
        return "receipt-disclosure/" + tenant + "/" + receipt + "/" + position;
    }

    private record Row(String receipt, int position, SecretBox.Shreddable sealed) {}
}
