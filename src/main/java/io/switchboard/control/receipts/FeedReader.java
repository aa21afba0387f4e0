package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link ReceiptFeed} on the tables. */
@Service
class FeedReader implements ReceiptFeed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            r.tenant_id, r.receipt_id, r.actor_type, r.actor_id, r.action, r.outcome, r.decision_id, r.correlation_id, r.parent_id, r.occurred_at, r.payload,
            p.action AS cause_action, p.occurred_at AS cause_at
            """;
    private static final String RECEIPTS = """
             JOIN receipt r ON r.tenant_id = e.tenant_id AND r.receipt_id = e.receipt_id
            LEFT JOIN receipt p ON p.tenant_id = r.tenant_id AND p.receipt_id = r.parent_id
            WHERE e.tenant_id = ?
            """;

    private final JdbcClient jdbc;

    FeedReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FedReceipt> from(TenantId tenant, long index, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a part of the feed has 1 to " + MAX_LIMIT + " receipts");
        }
        return jdbc.sql("SELECT e.log_index, " + COLUMNS + "FROM log_entry e" + RECEIPTS
                        + "AND e.log_index >= ? ORDER BY e.log_index LIMIT ?")
                .params(tenant.value(), index, limit)
                .query((row, _) -> read(row, OptionalLong.of(row.getLong("log_index"))))
                .list();
    }

    @Override
    public List<FedReceipt> waiting(TenantId tenant) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM log_queue e" + RECEIPTS)
                .param(tenant.value())
                .query((row, _) -> read(row, OptionalLong.empty()))
                .list();
    }

    @Override
    public long count(TenantId tenant) {
        return jdbc.sql("""
                        SELECT (SELECT COALESCE(MAX(log_index) + 1, 0) FROM log_entry WHERE tenant_id = :tenant)
                            + (SELECT COUNT(*) FROM log_queue WHERE tenant_id = :tenant)""").param("tenant", tenant.value()).query(Long.class).single();
    }

    private static FedReceipt read(ResultSet row, OptionalLong index) throws SQLException {
        var statement = JSON.readTree(row.getBytes("payload"));
        return new FedReceipt(index, StoredReceipts.head(row), cause(row), subjects(statement), facts(statement));
    }

    private static Optional<FedReceipt.Cause> cause(ResultSet row) throws SQLException {
        var action = row.getString("cause_action");
        return action == null
                ? Optional.empty()
                : Optional.of(new FedReceipt.Cause(
                        new ActionId(action), Utc.instant(row.getObject("cause_at", LocalDateTime.class))));
    }

    private static List<SubjectName> subjects(JsonNode statement) {
        return statement
                .path("subject")
                .valueStream()
                .map(subject -> SubjectName.parse(subject.path("name").asString()))
                .toList();
    }

    private static Map<String, Object> facts(JsonNode statement) {
        var facts = statement.path("predicate").path("facts");
        return facts.isObject() ? JSON.convertValue(facts, FACTS) : Map.of();
    }
}
