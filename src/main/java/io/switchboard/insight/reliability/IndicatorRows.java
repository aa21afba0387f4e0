package io.switchboard.insight.reliability;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums of indicators as rows of a minute each. Windows begin with the minute that their beginning lies in. */
@Repository
class IndicatorRows {

    private static final String ADD =
            " ON DUPLICATE KEY UPDATE good = good + VALUES(good), total = total + VALUES(total)";
    private static final String INDICATORS = Arrays.stream(Indicator.values())
            .map(indicator -> "'" + indicator.id() + "'")
            .collect(Collectors.joining(", ", "indicator IN (", ")"));

    private final JdbcClient jdbc;

    IndicatorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantId tenant, Indicator indicator, Instant at, Tally tally) {
        jdbc.sql("INSERT INTO reliability_count (tenant_id, indicator, bucket, good, total) VALUES (?, ?, ?, ?, ?)"
                        + ADD)
                .params(tenant.value(), indicator.id(), minute(at), tally.good(), tally.total())
                .update();
    }

    /** Both in one statement, so that what is tried again was not half written. */
    void addRequests(TenantId tenant, Instant minute, Tally availability, Tally latency) {
        jdbc.sql(
                        "INSERT INTO reliability_count (tenant_id, indicator, bucket, good, total) VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?)"
                                + ADD)
                .params(
                        tenant.value(),
                        Indicator.AVAILABILITY.id(),
                        minute(minute),
                        availability.good(),
                        availability.total(),
                        tenant.value(),
                        Indicator.LATENCY.id(),
                        minute(minute),
                        latency.good(),
                        latency.total())
                .update();
    }

    /** Of each indicator what each window up to now comes to. A clock that is ahead has counted as well. */
    Map<Indicator, Map<Duration, Tally>> windows(TenantId tenant, List<Duration> windows, Instant now) {
        var sums = new StringBuilder("SELECT indicator");
        Map<String, Object> params = new HashMap<>(Map.of("tenant", tenant.value()));
        for (int i = 0; i < windows.size(); i++) {
            params.put("from" + i, minute(now.minus(windows.get(i))));
            sums.append(", COALESCE(SUM(IF(bucket >= :from%d, good, 0)), 0) AS good%d".formatted(i, i))
                    .append(", COALESCE(SUM(IF(bucket >= :from%d, total, 0)), 0) AS total%d".formatted(i, i));
        }
        params.put(
                "first",
                minute(now.minus(windows.stream().max(Duration::compareTo).orElseThrow())));
        var found = new EnumMap<Indicator, Map<Duration, Tally>>(Indicator.class);
        jdbc.sql(sums + " FROM reliability_count WHERE tenant_id = :tenant AND " + INDICATORS
                        + " AND bucket >= :first GROUP BY indicator")
                .params(params)
                .query(row -> {
                    found.put(indicator(row), tallies(row, windows));
                });
        return found;
    }

    private static Map<Duration, Tally> tallies(ResultSet row, List<Duration> windows) throws SQLException {
        var tallies = new HashMap<Duration, Tally>();
        for (int i = 0; i < windows.size(); i++) {
            tallies.put(windows.get(i), new Tally(row.getLong("good" + i), row.getLong("total" + i)));
        }
        return tallies;
    }

    /** From {@code from} on and before {@code until}; an indicator without events is not in it. */
    Map<Indicator, Tally> between(TenantId tenant, Instant from, Instant until) {
        var found = new EnumMap<Indicator, Tally>(Indicator.class);
        jdbc.sql(
                        "SELECT indicator, SUM(good) AS good, SUM(total) AS total FROM reliability_count WHERE tenant_id = ? AND "
                                + INDICATORS + " AND bucket >= ? AND bucket < ? GROUP BY indicator")
                .params(tenant.value(), minute(from), minute(until))
                .query(row -> {
                    found.put(indicator(row), tally(row));
                });
        return found;
    }

    /** By day (UTC), only days with events. */
    Map<Indicator, Map<LocalDate, Tally>> days(TenantId tenant, LocalDate from) {
        var found = new EnumMap<Indicator, Map<LocalDate, Tally>>(Indicator.class);
        jdbc.sql(
                        "SELECT indicator, DATE(bucket) AS day, SUM(good) AS good, SUM(total) AS total FROM reliability_count WHERE tenant_id = ? AND "
                                + INDICATORS + " AND bucket >= ? GROUP BY indicator, day")
                .params(tenant.value(), from.atStartOfDay())
                .query(row -> {
                    found.computeIfAbsent(indicator(row), _ -> new TreeMap<>())
                            .put(row.getObject("day", LocalDate.class), tally(row));
                });
        return found;
    }

    /** Adds minutes from before to their hours, one hour of all tenants. False where there is none left. To be called in a transaction. */
    boolean coarsen(Instant before) {
        var oldest = jdbc.sql(
                        "SELECT bucket FROM reliability_count WHERE coarse = 0 AND bucket < ? ORDER BY bucket LIMIT 1")
                .param(minute(before.truncatedTo(ChronoUnit.HOURS)))
                .query((row, _) -> row.getObject("bucket", LocalDateTime.class))
                .optional();
        oldest.map(bucket -> bucket.truncatedTo(ChronoUnit.HOURS)).ifPresent(hour -> {
            var next = hour.plusHours(1);
            jdbc.sql("""
                            INSERT INTO reliability_count (tenant_id, indicator, bucket, good, total)
                            SELECT fine.* FROM (SELECT tenant_id, indicator, :hour AS bucket, SUM(good) AS good, SUM(total) AS total
                              FROM reliability_count WHERE coarse = 0 AND bucket > :hour AND bucket < :next GROUP BY tenant_id, indicator) fine
                            ON DUPLICATE KEY UPDATE good = reliability_count.good + VALUES(good), total = reliability_count.total + VALUES(total)""").param("hour", hour).param("next", next).update();
            jdbc.sql("DELETE FROM reliability_count WHERE coarse = 0 AND bucket > ? AND bucket < ?")
                    .params(hour, next)
                    .update();
        });
        return oldest.isPresent();
    }

    int forget(Instant before) {
        return jdbc.sql("DELETE FROM reliability_count WHERE coarse IN (0, 1) AND bucket < ?")
                .param(minute(before))
                .update();
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return Indicator.parse(row.getString("indicator")).orElseThrow();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(row.getLong("good"), row.getLong("total"));
    }

    private static LocalDateTime minute(Instant at) {
        return Utc.column(at.truncatedTo(ChronoUnit.MINUTES));
    }
}
