package io.switchboard.operations.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Rejects every row that refers to a key which neither the plan brings nor the tenant has, and every removal of a row to which one that stays refers. One page is in memory at a time. */
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
            missing = missing.without(known(plan, sql, missing, references));
        }
        if (!missing.isEmpty()) {
            reject(plan, target, sql, missing);
        }
        if (!references.removed().isEmpty()) {
            keep(plan, target, sql, needed(plan, sql, references));
        }
    }

    private KeyHashes known(ImportPlan plan, DiffSql sql, KeyHashes asked, References references) {
        var known = references.none();
        streaming.query(
                sql.referable(),
                row -> {
                    var key = String.valueOf(row.getString(1));
                    if (asked.has(key) && !references.removed().has(key)) {
                        known.add(key);
                    }
                },
                plan.tenant().value());
        return known;
    }

    private void reject(ImportPlan plan, ImportTarget target, DiffSql sql, KeyHashes missing) {
        var references = sql.table().references(sql.present());
        for (int first : firsts(plan, "creates + updates")) {
            var problems = problems(plan, target, sql.referring(references), references, missing, first);
            if (!problems.isEmpty()) {
                pages.rewrite(plan, first, problems);
            }
        }
    }

    /** Those of the removed rows that a row refers to which is not removed. */
    private KeyHashes needed(ImportPlan plan, DiffSql sql, References references) {
        var needed = references.none();
        int count = sql.table().references().size();
        streaming.query(
                sql.referring(),
                row -> {
                    for (int i = 0; i < count; i++) {
                        var key = row.getString(i + 2);
                        if (key != null
                                && references.removed().has(key)
                                && !references.removedReferring().has(String.valueOf(row.getString(1)))) {
                            needed.add(key);
                        }
                    }
                },
                plan.tenant().value());
        return needed;
    }

    private void keep(ImportPlan plan, ImportTarget target, DiffSql sql, KeyHashes needed) {
        if (needed.isEmpty()) {
            return;
        }
        var problem = new RowProblem(
                target.columns().getFirst().name(),
                "E-116",
                "Something that stays refers to it",
                "Remove what refers to it first, or leave it");
        for (int first : firsts(plan, "removes")) {
            var problems = new HashMap<String, RowProblem>();
            jdbc.query(
                    sql.removals(),
                    row -> {
                        var key = String.valueOf(row.getString(1));
                        if (needed.has(key)) {
                            problems.put(key, problem);
                        }
                    },
                    plan.tenant().value(),
                    plan.id().value(),
                    first);
            if (!problems.isEmpty()) {
                pages.rewrite(plan, first, problems);
            }
        }
    }

    private List<Integer> firsts(ImportPlan plan, String counted) {
        return jdbc.query(
                "SELECT first_row FROM import_page WHERE tenant_id = ? AND import_id = ? AND " + counted
                        + " > 0 ORDER BY first_row",
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
