package io.switchboard.control.enforcement;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How long governed actions took. Added up in memory and written every ten seconds, so that no action waits for it: a node that is killed loses what it had not written. An action that does
 * others counts their time as well. Virtual threads have no CPU clock, so this is time that passed, most of it in the database.
 */
@Component
@Lazy(false)
public class ActionCosts implements ActionMeter {

    private static final Logger LOG = LoggerFactory.getLogger(ActionCosts.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Key, Sum> sums = new ConcurrentHashMap<>();

    ActionCosts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(TenantId tenant, LocalDate day, ActionId action) {}

    private record Sum(long number, long micros, long slowest) {

        static Sum once(long micros) {
            return new Sum(1, micros, micros);
        }

        Sum plus(Sum other) {
            return new Sum(number + other.number, micros + other.micros, Math.max(slowest, other.slowest));
        }
    }

    @Override
    public void took(TenantId tenant, ActionId action, Duration elapsed) {
        var day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        sums.merge(new Key(tenant, day, action), Sum.once(elapsed.toNanos() / 1_000), Sum::plus);
    }

    /** What cannot be written now is kept for the next time. */
    @Scheduled(fixedDelayString = "PT10S")
    void write() {
        for (var key : List.copyOf(sums.keySet())) {
            var sum = sums.remove(key);
            if (sum != null && !written(key, sum)) {
                sums.merge(key, sum, Sum::plus);
                return;
            }
        }
    }

    private boolean written(Key key, Sum sum) {
        try {
            add(key, sum);
            return true;
        } catch (DataAccessException e) {
            LOG.warn("How long actions took cannot be written; it is kept until it can: {}", e.getMessage());
            return false;
        }
    }

    private void add(Key key, Sum sum) {
        jdbc.sql("""
                        INSERT INTO action_cost (tenant_id, day, action, number, total_micros, slowest_micros) VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE number = number + VALUES(number), total_micros = total_micros + VALUES(total_micros),
                          slowest_micros = GREATEST(slowest_micros, VALUES(slowest_micros))""")
                .params(
                        key.tenant().value(),
                        key.day(),
                        key.action().value(),
                        sum.number(),
                        sum.micros(),
                        sum.slowest())
                .update();
    }

    /** Over these tenants, what took most time since a day (UTC) first. */
    public List<ActionCost> top(LocalDate from, int most, Set<TenantId> tenants) {
        return tenants.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT action, SUM(number) AS number, COUNT(DISTINCT tenant_id) AS tenants, SUM(total_micros) AS total, MAX(slowest_micros) AS slowest
                          FROM action_cost WHERE day >= :from AND tenant_id IN (:tenants) GROUP BY action ORDER BY total DESC, action LIMIT :most""")
                        .param("from", from)
                        .param("tenants", tenants.stream().map(TenantId::value).toList())
                        .param("most", most)
                        .query((row, _) -> cost(row))
                        .list();
    }

    private static ActionCost cost(ResultSet row) throws SQLException {
        return new ActionCost(
                new ActionId(row.getString("action")),
                row.getLong("number"),
                row.getLong("tenants"),
                Duration.of(row.getLong("total"), ChronoUnit.MICROS),
                Duration.of(row.getLong("slowest"), ChronoUnit.MICROS));
    }
}
