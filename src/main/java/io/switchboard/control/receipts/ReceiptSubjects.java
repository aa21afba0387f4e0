package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code receipt_subject}: what each receipt's payload says that it is about, to be found from that side. */
@Component
class ReceiptSubjects {

    private final JdbcClient jdbc;

    ReceiptSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code receipt} has its row already. */
    void add(Receipt receipt, String thread, long position, List<SubjectName> subjects) {
        Map<String, Object> params = new HashMap<>(Map.of(
                "tenant", receipt.tenant().value(),
                "receipt", receipt.id().value(),
                "position", position,
                "at", Utc.column(receipt.occurredAt()),
                "thread", thread,
                "correlation", receipt.correlation().value(),
                "action", receipt.action().value(),
                "outcome", receipt.outcome().wire(),
                "actor", receipt.actor().id()));
        var rows = new ArrayList<String>();
        for (var subject : distinct(subjects)) {
            int i = rows.size();
            params.put("type" + i, subject.type());
            params.put("id" + i, subject.id());
            rows.add("(:tenant, :type" + i + ", :id" + i
                    + ", :receipt, :position, :at, :thread, :correlation, :action, :outcome, :actor)");
        }
        jdbc.sql(
                        "INSERT INTO receipt_subject (tenant_id, subject_type, subject_id, receipt_id, position, occurred_at, thread,"
                                + " correlation_id, action, outcome, actor_id) VALUES " + String.join(", ", rows))
                .params(params)
                .update();
    }

    /** Two names of one thing are one row. */
    private static List<SubjectName> distinct(List<SubjectName> subjects) {
        var byName = new LinkedHashMap<String, SubjectName>();
        subjects.forEach(
                subject -> byName.putIfAbsent(subject.type().toLowerCase(Locale.ROOT) + "/" + subject.id(), subject));
        return List.copyOf(byName.values());
    }

    Map<ReceiptId, List<SubjectName>> of(TenantId tenant, Collection<ReceiptId> receipts) {
        if (receipts.isEmpty()) {
            return Collections.emptyMap();
        }
        return jdbc
                .sql("SELECT receipt_id, subject_type, subject_id FROM receipt_subject WHERE tenant_id = :tenant"
                        + " AND receipt_id IN (:receipts)")
                .param("tenant", tenant.value())
                .param("receipts", receipts.stream().map(ReceiptId::value).toList())
                .query((row, _) ->
                        Map.entry(new ReceiptId(row.getString(1)), new SubjectName(row.getString(2), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    boolean any(TenantId tenant, SubjectName subject) {
        return jdbc.sql(
                        "SELECT 1 FROM receipt_subject WHERE tenant_id = ? AND subject_type = ? AND subject_id = ? LIMIT 1")
                .params(tenant.value(), subject.type(), subject.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
