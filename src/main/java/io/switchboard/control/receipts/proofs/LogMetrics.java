package io.switchboard.control.receipts.proofs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators are alarmed by, over all tenants: receipts without a checkpoint, halted logs, and for how long an authority has kept logs waiting. */
@Component
class LogMetrics implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    LogMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "switchboard.log.pending", "Receipts under no published checkpoint", LogMetrics::pending);
        gauge(registry, "switchboard.log.halted", "Logs that contradict what was signed", LogMetrics::halted);
        gauge(
                registry,
                "switchboard.log.unanchored.seconds",
                "For how long the time-stamping authority has failed",
                LogMetrics::unanchored);
    }

    private void gauge(MeterRegistry registry, String name, String says, ToDoubleFunction<LogMetrics> value) {
        Gauge.builder(name, this, metrics -> metrics.orUnknown(value))
                .description(says)
                .register(registry);
    }

    /** A database that is away is told by other means; here it is no number. */
    private double orUnknown(ToDoubleFunction<LogMetrics> value) {
        try {
            return value.applyAsDouble(this);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private double pending() {
        return count("""
                SELECT (SELECT COUNT(*) FROM log_queue)
                + (SELECT COALESCE(SUM(CAST(sequenced_size AS SIGNED) - CAST(published_size AS SIGNED)), 0) FROM log_head)""");
    }

    private double halted() {
        return count("SELECT COUNT(*) FROM log_head WHERE halted_because IS NOT NULL");
    }

    private double count(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }

    private double unanchored() {
        return jdbc.sql(
                        "SELECT MIN(behind_since) FROM log_anchoring WHERE behind_since IS NOT NULL HAVING COUNT(*) > 0")
                .query((row, number) -> row.getObject(1, LocalDateTime.class).toEpochSecond(ZoneOffset.UTC))
                .optional()
                .map(since -> (double) Math.max(0, clock.instant().getEpochSecond() - since))
                .orElse(0.0);
    }
}
