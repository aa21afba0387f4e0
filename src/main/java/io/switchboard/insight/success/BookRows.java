package io.switchboard.insight.success;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** A tenant's {@link Book} as rows. What is added to a row that is there is merged with it as the book itself would merge it. */
@Repository
class BookRows {

    private static final List<String> TABLES = List.of(
            "success_activity",
            "success_presence",
            "success_tally",
            "success_case",
            "success_cycle",
            "success_progress");

    private final JdbcTemplate jdbc;
    private final CycleRows cycles;

    BookRows(JdbcTemplate jdbc, CycleRows cycles) {
        this.jdbc = jdbc;
        this.cycles = cycles;
    }

    /** The next entry of the log that is not in the rows. */
    long next(TenantId tenant) {
        return progress(tenant, "");
    }

    /** The same, kept from others until the transaction ends. */
    long lockedNext(TenantId tenant) {
        jdbc.update("INSERT IGNORE INTO success_progress (tenant_id) VALUES (?)", tenant.value());
        return progress(tenant, " FOR UPDATE");
    }

    private long progress(TenantId tenant, String lock) {
        return jdbc
                .queryForList(
                        "SELECT next_index FROM success_progress WHERE tenant_id = ?" + lock,
                        Long.class,
                        tenant.value())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    void clear(TenantId tenant) {
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE tenant_id = ?", tenant.value()));
    }

    void add(TenantId tenant, Book book, long next) {
        cycles.count(tenant, book, () -> book.pages.forEach((day, page) -> add(tenant, day, page)));
        jdbc.update(
                "UPDATE success_progress SET next_index = ?, newest_at = GREATEST(COALESCE(newest_at, ?), ?) WHERE tenant_id = ?",
                next,
                book.newest().map(Utc::column).orElse(null),
                book.newest().map(Utc::column).orElse(null),
                tenant.value());
    }

    private void add(TenantId tenant, LocalDate day, Page page) {
        write(
                "INSERT INTO success_activity (tenant_id, day, number, action, outcome, actor_type) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE number = number + VALUES(number)",
                tenant,
                day,
                page.deeds().entrySet().stream()
                        .map(deed -> new Object[] {
                            deed.getValue(),
                            deed.getKey().action().value(),
                            deed.getKey().outcome().wire(),
                            deed.getKey().by().wire()
                        })
                        .toList());
        write(
                "INSERT INTO success_presence (tenant_id, day, actor_id, number, worked, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE number = number + VALUES(number), worked = worked OR VALUES(worked),"
                        + " first_at = LEAST(first_at, VALUES(first_at)), last_at = GREATEST(last_at, VALUES(last_at))",
                tenant,
                day,
                page.people().entrySet().stream()
                        .map(person -> new Object[] {
                            person.getKey(),
                            person.getValue().number(),
                            person.getValue().worked(),
                            Utc.column(person.getValue().first()),
                            Utc.column(person.getValue().last())
                        })
                        .toList());
        write(
                "INSERT INTO success_tally (tenant_id, day, name, label, number) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE number = number + VALUES(number)",
                tenant,
                day,
                page.labels().entrySet().stream()
                        .map(label -> new Object[] {
                            wire(label.getKey().count()), label.getKey().text(), label.getValue()
                        })
                        .toList());
        write(
                "INSERT INTO success_case (tenant_id, day, kind, case_id, at, waited_ms, result) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE at = GREATEST(at, VALUES(at)), waited_ms = GREATEST(waited_ms, VALUES(waited_ms)),"
                        + " result = GREATEST(result, VALUES(result))",
                tenant,
                day,
                page.cases().entrySet().stream()
                        .map(one -> new Object[] {
                            wire(one.getKey().kind()),
                            one.getKey().id(),
                            Utc.column(one.getValue().at()),
                            one.getValue().waited().toMillis(),
                            wire(one.getValue().result())
                        })
                        .toList());
    }

    private void write(String sql, TenantId tenant, LocalDate day, List<Object[]> rows) {
        var all = new ArrayList<Object[]>(rows.size());
        for (var row : rows) {
            var whole = new Object[row.length + 2];
            whole[0] = tenant.value();
            whole[1] = day;
            System.arraycopy(row, 0, whole, 2, row.length);
            all.add(whole);
        }
        jdbc.batchUpdate(sql, all);
    }

    /** What is in the rows, from a day on; of cases only these kinds, of which there is at least one. */
    Book read(TenantId tenant, LocalDate from, Set<Page.Kind> kinds) {
        var book = new Book();
        each(
                "SELECT * FROM success_activity WHERE tenant_id = ? AND day >= ?",
                tenant,
                from,
                row -> page(book, row)
                        .did(
                                new Page.Deed(
                                        new ActionId(row.getString("action")),
                                        Outcome.parse(row.getString("outcome")).orElseThrow(),
                                        Actor.Type.valueOf(enumName(row, "actor_type"))),
                                row.getLong("number")));
        each(
                "SELECT * FROM success_presence WHERE tenant_id = ? AND day >= ?",
                tenant,
                from,
                row -> page(book, row)
                        .was(
                                row.getString("actor_id"),
                                new Page.Presence(
                                        row.getLong("number"),
                                        row.getBoolean("worked"),
                                        instant(row, "first_at"),
                                        instant(row, "last_at"))));
        each(
                "SELECT * FROM success_tally WHERE tenant_id = ? AND day >= ?",
                tenant,
                from,
                row -> page(book, row)
                        .count(
                                new Page.Label(Page.Count.valueOf(enumName(row, "name")), row.getString("label")),
                                row.getLong("number")));
        each(
                kinds.stream()
                        .map(kind -> "'" + wire(kind) + "'")
                        .collect(Collectors.joining(
                                ", ",
                                "SELECT * FROM success_case WHERE tenant_id = ? AND day >= ? AND kind IN (",
                                ")")),
                tenant,
                from,
                row -> page(book, row)
                        .happened(
                                new Page.CaseId(Page.Kind.valueOf(enumName(row, "kind")), row.getString("case_id")),
                                new Page.Case(
                                        instant(row, "at"),
                                        Duration.ofMillis(row.getLong("waited_ms")),
                                        Page.Result.valueOf(enumName(row, "result")))));
        newest(tenant).ifPresent(book::seen);
        return book;
    }

    private Optional<Instant> newest(TenantId tenant) {
        return jdbc
                .query(
                        "SELECT newest_at FROM success_progress WHERE tenant_id = ? AND newest_at IS NOT NULL",
                        (row, _) -> instant(row, "newest_at"),
                        tenant.value())
                .stream()
                .findFirst();
    }

    private void each(String sql, TenantId tenant, LocalDate from, RowCallbackHandler handler) {
        jdbc.query(sql, handler, tenant.value(), from);
    }

    private static Page page(Book book, ResultSet row) throws SQLException {
        return book.page(row.getObject("day", LocalDate.class));
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String enumName(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
