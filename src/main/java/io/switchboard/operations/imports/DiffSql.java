package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The set-based statements of one plan: only fields that the file has are compared and written. Every statement takes tenant and import id. */
final class DiffSql {

    private static final String OF_IMPORT = " s.tenant_id = ? AND s.import_id = ? ";

    private final TargetTable table;
    private final List<String> present;

    DiffSql(TargetTable table, Iterable<String> mappedColumns) {
        var mapped = new ArrayList<String>();
        mappedColumns.forEach(mapped::add);
        this.table = table;
        this.present = table.fields().stream().filter(mapped::contains).toList();
    }

    /** Rows start as {@code unchanged}; this names those that are not. Parameters: guard's text (as JSON), tenant, import. */
    String classify() {
        var guard = table.guard().map(TargetTable.Guard::when).orElse("FALSE");
        var before = table.fields().stream()
                .map(field -> "'" + field + "', t." + field)
                .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
        return "UPDATE import_row s " + join() + " SET s.outcome = CASE WHEN " + isNew() + " THEN 'create' WHEN "
                + guard
                + " THEN 'conflict' ELSE 'update' END, s.raises = " + raises(guard) + ", s.held = " + raises(guard)
                + ", s.problems = CASE WHEN t." + table.idColumn() + " IS NOT NULL AND " + guard + " THEN ? END"
                + ", s.before_values = CASE WHEN " + isNew() + " THEN NULL ELSE " + before + " END"
                + ", s.target_id = COALESCE(t." + table.idColumn()
                + ", s.target_id), s.target_version = t.version WHERE"
                + OF_IMPORT + "AND s.outcome = 'unchanged' AND (" + isNew() + " OR " + differs() + ")";
    }

    String rejectDuplicates(String field) {
        return """
                UPDATE import_row s JOIN (
                    SELECT natural_key, LEFT(GROUP_CONCAT(line_no ORDER BY row_no SEPARATOR ', '), 200) AS line_list FROM import_row
                    WHERE tenant_id = ? AND import_id = ? AND natural_key IS NOT NULL GROUP BY natural_key HAVING COUNT(*) > 1) d
                  ON d.natural_key = s.natural_key
                SET s.outcome = 'reject', s.problems = JSON_ARRAY_APPEND(COALESCE(s.problems, '[]'), '$', JSON_OBJECT('field', '%s',
                    'code', 'E-105', 'message', CONCAT('The same key is on lines ', d.line_list),
                    'fix', 'Keep one of these lines'))
                WHERE s.tenant_id = ? AND s.import_id = ?""".formatted(field);
    }

    /** Planned rows whose target is no longer as the plan saw it. */
    String stale() {
        return "SELECT s.natural_key FROM import_row s " + join() + " WHERE" + OF_IMPORT
                + "AND ((s.outcome = 'create' AND NOT " + isNew() + ")"
                + " OR (s.outcome = 'update' AND (" + isNew() + " OR NOT (t.version <=> s.target_version)))"
                + " OR (s.outcome = 'unchanged' AND (" + isNew() + " OR " + differs() + "))) ORDER BY s.row_no";
    }

    /** Parameters: created, updated (times), tenant, import. */
    String insert() {
        var constants = List.copyOf(table.constants().entrySet());
        var into = new ArrayList<>(List.of("tenant_id", table.idColumn(), table.keyColumn()));
        var from = new ArrayList<>(List.of("s.tenant_id", "s.target_id", "s.natural_key"));
        for (var field : present) {
            into.add(field);
            from.add(staged(field));
        }
        for (Map.Entry<String, String> constant : constants) {
            into.add(constant.getKey());
            from.add("'" + constant.getValue() + "'");
        }
        return "INSERT INTO " + table.name() + " (" + String.join(", ", into)
                + ", version, created_at, updated_at) SELECT " + String.join(", ", from)
                + ", 1, ?, ? FROM import_row s WHERE" + OF_IMPORT + "AND s.outcome = 'create' AND s.held = 0";
    }

    /** Parameters: updated (time), tenant, import. The version is compared again, so a change since the stale check is not overwritten. */
    String update() {
        var set = present.stream()
                .map(field -> "t." + field + " = " + staged(field))
                .collect(Collectors.joining(", "));
        return "UPDATE " + table.name() + " t JOIN import_row s ON t.tenant_id = s.tenant_id AND t." + table.idColumn()
                + " = s.target_id AND t.version = s.target_version SET " + (set.isEmpty() ? "" : set + ", ")
                + "t.version = t.version + 1, t.updated_at = ? WHERE" + OF_IMPORT
                + "AND s.outcome = 'update' AND s.held = 0";
    }

    /** One value that changes with every change of the tenant's rows. Parameter: tenant. */
    String revision() {
        return "SELECT CONCAT(COUNT(*), '-', HEX(COALESCE(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT(" + table.idColumn()
                + ", ':', version)), 15), 16, 10) AS UNSIGNED)), 0))) FROM " + table.name() + " WHERE tenant_id = ?";
    }

    String members() {
        return "SELECT COUNT(*) FROM " + table.name() + " WHERE tenant_id = ?";
    }

    private String join() {
        return "LEFT JOIN " + table.name() + " t ON t.tenant_id = s.tenant_id AND t." + table.keyColumn()
                + " = s.natural_key";
    }

    private String isNew() {
        return "t." + table.idColumn() + " IS NULL";
    }

    private String differs() {
        return present.isEmpty()
                ? "FALSE"
                : present.stream()
                        .map(field -> "NOT (BINARY t." + field + " <=> BINARY " + staged(field) + ")")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String raises(String guard) {
        return table.privileges().map(grants -> raises(grants, guard)).orElse("0");
    }

    private String raises(TargetTable.Privileges grants, String guard) {
        var roles = present.contains(grants.column()) ? staged(grants.column()) : "t." + grants.column();
        var gained = anyOf(
                grants.onUpdate(),
                "(FIND_IN_SET('%1$s', " + roles + ") > 0 AND FIND_IN_SET('%1$s', t." + grants.column() + ") = 0)");
        var woken = present.contains(grants.activeColumn())
                ? "(t." + grants.activeColumn() + " = 0 AND " + staged(grants.activeColumn()) + " = 1 AND "
                        + anyOf(grants.onUpdate(), "FIND_IN_SET('%1$s', " + roles + ") > 0") + ")"
                : "FALSE";
        var given = anyOf(grants.onCreate(), "COALESCE(FIND_IN_SET('%1$s', " + roles + "), 0) > 0");
        return "CASE WHEN " + isNew() + " THEN " + given + " WHEN " + guard + " THEN 0 ELSE (" + gained + " OR " + woken
                + ") END";
    }

    private static String anyOf(List<String> grants, String test) {
        return grants.stream().map(test::formatted).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String staged(String field) {
        return "s.c" + (table.fields().indexOf(field) + 1);
    }
}
