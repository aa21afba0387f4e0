package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The values that receipts only commit to, each encrypted under a key of its own. {@link #destroy} deletes those keys: the values are then gone
 * for good, also from every backup made later, while the receipts and their commitments stay as they are.
 */
@Component
public class Disclosures {

    private final JdbcClient jdbc;
    private final SecretBox box;

    public Disclosures(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /** In one statement, however many they are. */
    void add(TenantId tenant, ReceiptId id, List<Disclosed> disclosures) {
        if (disclosures.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Object>();
        for (int i = 0; i < disclosures.size(); i++) {
            byte[] plain = disclosures.get(i).encoded().getBytes(StandardCharsets.US_ASCII);
            var sealed = box.sealShreddable(context(tenant, id.value(), i), plain);
            rows.addAll(List.of(tenant.value(), id.value(), i, sealed.wrappedKey(), sealed.ciphertext()));
        }
        var places = String.join(", ", Collections.nCopies(disclosures.size(), "(?, ?, ?, ?, ?)"));
        jdbc.sql("INSERT INTO receipt_disclosure (tenant_id, receipt_id, position, wrapped_key, ciphertext) VALUES "
                        + places)
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

    private static String context(TenantId tenant, String receipt, int position) {
        return "receipt-disclosure/" + tenant + "/" + receipt + "/" + position;
    }

    private record Row(String receipt, int position, SecretBox.Shreddable sealed) {}
}
