package io.switchboard.operations.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Rejects every row that refers to a key which neither the file brings nor the tenant has. One page is in memory at a time. */
@Repository
class Dangling {

    private static final int FETCHED = 5_000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final Duplicates pages;

    Dangling(JdbcTemplate jdbc, Duplicates pages) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource(), "a template on a database"));
        this.streaming.setFetchSize(FETCHED);
    }

    void reject(ImportPlan plan, ImportTarget target, DiffSql sql, References references) {
        var missing = references.missing();
        if (!missing.isEmpty()) {
            missing = missing.without(known(plan, sql, missing, references.none()));
        }
        if (!missing.isEmpty()) {
            reject(plan, target, sql, missing);
        }
    }

    private KeyHashes known(ImportPlan plan, DiffSql sql, KeyHashes asked, KeyHashes known) {
        streaming.query(
                sql.referable(),
                row -> {
                    var key = String.valueOf(row.getString(1));
                    if (asked.has(key)) {
                        known.add(key);
                    }
                },
                plan.tenant().value());
        return known;
    }

    private void reject(ImportPlan plan, ImportTarget target, DiffSql sql, KeyHashes missing) {
        var references = sql.table().references(sql.present());
        for (int first : firsts(plan)) {
            var problems = problems(plan, target, sql.referring(references), references, missing, first);
            if (!problems.isEmpty()) {
                pages.rewrite(plan, first, problems);
            }
        }
    }

    private List<Integer> firsts(ImportPlan plan) {
        return jdbc.query(
                "SELECT first_row FROM import_page WHERE tenant_id = ? AND import_id = ? AND creates + updates > 0 ORDER BY first_row",
                (row, n) -> row.getInt(1),
                plan.tenant().value(),
                plan.id().value());
    }

    private Map<String, RowProblem> problems(
            ImportPlan plan, ImportTarget target, String sql, List<String> references, KeyHashes missing, int first) {
        var problems = new HashMap<String, RowProblem>();
        jdbc.query(
                sql,
                row -> {
                    var found = new HashMap<String, String>();
                    for (int i = 0; i < references.size(); i++) {
                        note(found, references.get(i), row.getString(i + 2), missing);
                    }
                    if (!found.isEmpty()) {
                        problems.put(String.valueOf(row.getString(1)), problem(target, references, found));
                    }
                },
                plan.tenant().value(),
                plan.id().value(),
                first);
        return problems;
    }

    private static void note(Map<String, String> found, String field, @Nullable String key, KeyHashes missing) {
        if (key != null && missing.has(key)) {
            found.put(field, key);
        }
    }

    private static RowProblem problem(ImportTarget target, List<String> references, Map<String, String> found) {
        var columns = references.stream().filter(found::containsKey).toList();
        var keys = columns.stream()
                .map(found::get)
                .distinct()
                .map(key -> "“" + key + "”")
                .collect(Collectors.joining(" and "));
        return new RowProblem(
                target.column(columns.getFirst()),
                "E-115",
                "There is no " + keys + " to refer to, neither here nor among the file's accepted rows",
                "Add it to the file, correct the row that would bring it, or import it first");
    }
}
