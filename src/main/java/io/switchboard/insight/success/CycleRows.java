package io.switchboard.insight.success;

import io.switchboard.insight.success.Page.CaseId;
import io.switchboard.kernel.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How long imports and runs took: how many for each length, by the day on which they were done. A length is kept to two digits, so a day has a hundred rows or so whatever was done on it, and a quantile over
 * all tenants is read from these. A run counts once, on the day of its last step so far. What is not in the rows of cases yet is missing, half a minute at most.
 */
@Repository
class CycleRows {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    CycleRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /** Where a case counts. */
    private record Cell(Cycle cycle, LocalDate day, long took) {}

    /** Runs {@code entering}, which enters the book into the rows of cases, and moves its cases from where they counted before to where they count then. */
    void count(TenantId tenant, Book book, Runnable entering) {
        var ids = Cycle.IN_ROWS.stream().collect(Collectors.toMap(cycle -> cycle, cycle -> ids(book, cycle)));
        var moved = new HashMap<Cell, Long>();
        cells(tenant, ids).forEach(cell -> moved.merge(cell, -1L, Long::sum));
        entering.run();
        cells(tenant, ids).forEach(cell -> moved.merge(cell, 1L, Long::sum));
        moved.values().removeIf(number -> number == 0);
        add(tenant, moved);
    }

    private static Set<String> ids(Book book, Cycle cycle) {
        return book.pages.values().stream()
                .flatMap(page -> page.cases().keySet().stream())
                .filter(id -> id.kind() == cycle.kind())
                .map(CaseId::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Cell> cells(TenantId tenant, Map<Cycle, Set<String>> ids) {
        return ids.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .flatMap(each -> cells(tenant, each.getKey(), each.getValue()).stream())
                .toList();
    }

    /** One for each case: that of its last day. */
    private Collection<Cell> cells(TenantId tenant, Cycle cycle, Set<String> ids) {
        var last = new HashMap<String, Cell>();
        client.sql(
                        "SELECT case_id, day, waited_ms FROM success_case WHERE tenant_id = :tenant AND kind = :kind AND case_id IN (:ids) ORDER BY day")
                .param("tenant", tenant.value())
                .param("kind", cycle.id())
                .param("ids", ids)
                .query(row -> {
                    last.put(
                            row.getString(1),
                            new Cell(cycle, row.getObject(2, LocalDate.class), twoDigits(row.getLong(3))));
                });
        return last.values();
    }

    static long twoDigits(long number) {
        long unit = 1;
        while (number / unit >= 100) {
            unit *= 10;
        }
        return (number + unit / 2) / unit * unit;
    }

    private void add(TenantId tenant, Map<Cell, Long> moved) {
        jdbc.batchUpdate(
                "INSERT INTO success_cycle (tenant_id, kind, day, took_ms, number) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE number = number + VALUES(number)",
                moved.entrySet().stream()
                        .map(each -> new Object[] {
                            tenant.value(),
                            each.getKey().cycle().id(),
                            each.getKey().day(),
                            each.getKey().took(),
                            each.getValue()
                        })
                        .toList());
    }

    /** Over all these tenants, from a day on. */
    CycleTime of(Cycle cycle, Set<TenantId> tenants, LocalDate from) {
        var numbers = new TreeMap<Long, Long>();
        if (!tenants.isEmpty()) {
            client.sql("""
                            SELECT took_ms, SUM(number) FROM success_cycle WHERE tenant_id IN (:tenants) AND kind = :kind AND day >= :from
                             GROUP BY took_ms""")
                    .param("tenants", tenants.stream().map(TenantId::value).toList())
                    .param("kind", cycle.id())
                    .param("from", from)
                    .query(row -> {
                        numbers.put(row.getLong(1), row.getLong(2));
                    });
        }
        return CycleTime.of(cycle, numbers);
    }
}
