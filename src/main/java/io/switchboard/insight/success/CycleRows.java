package io.switchboard.insight.success;

import io.switchboard.insight.success.Page.CaseId;
import io.switchboard.kernel.TenantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How long imports and runs took: how many for each length, by the day on which they were done. A length is kept to two digits, so a day has a hundred rows or so whatever was done on it, and a quantile over
 * all tenants is read from these. A run counts once, on the day of its last step so far. What is not in the rows of cases yet is missing, half a minute at most.
 */
@Repository
class CycleRows {

    private static final String TOOK = "ROUND(one.waited_ms, 2 - LENGTH(one.waited_ms))";

    private final JdbcClient jdbc;

    CycleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the days anew that the book's cases are on, and those that the same cases were on before. */
    void recount(TenantId tenant, Book book) {
        Cycle.IN_ROWS.forEach(cycle -> {
            var ids = ids(book, cycle);
            if (!ids.isEmpty()) {
                days(tenant, cycle, ids).forEach(day -> recount(tenant, cycle, day));
            }
        });
    }

    private static Set<String> ids(Book book, Cycle cycle) {
        return book.pages.values().stream()
                .flatMap(page -> page.cases().keySet().stream())
                .filter(id -> id.kind() == cycle.kind())
                .map(CaseId::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<LocalDate> days(TenantId tenant, Cycle cycle, Collection<String> ids) {
        return jdbc.sql(
                        "SELECT DISTINCT day FROM success_case WHERE tenant_id = :tenant AND kind = :kind AND case_id IN (:ids)")
                .param("tenant", tenant.value())
                .param("kind", cycle.id())
                .param("ids", ids)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private void recount(TenantId tenant, Cycle cycle, LocalDate day) {
        jdbc.sql("DELETE FROM success_cycle WHERE tenant_id = ? AND kind = ? AND day = ?")
                .params(tenant.value(), cycle.id(), day)
                .update();
        jdbc.sql(
                        "INSERT INTO success_cycle (tenant_id, kind, day, took_ms, number) SELECT one.tenant_id, one.kind, one.day, "
                                + TOOK + """
                         AS took, COUNT(*) FROM success_case one WHERE one.tenant_id = ? AND one.kind = ? AND one.day = ?
                           AND NOT EXISTS (SELECT 1 FROM success_case later WHERE later.tenant_id = one.tenant_id AND later.kind = one.kind
                                              AND later.case_id = one.case_id AND later.day > one.day)
                         GROUP BY took""")
                .params(tenant.value(), cycle.id(), day)
                .update();
    }

    /** Over all these tenants, from a day on. */
    CycleTime of(Cycle cycle, Set<TenantId> tenants, LocalDate from) {
        var numbers = new TreeMap<Long, Long>();
        if (!tenants.isEmpty()) {
            jdbc.sql("""
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
