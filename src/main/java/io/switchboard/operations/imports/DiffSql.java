package io.switchboard.operations.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The set-based statements of one plan: only fields that the file has are compared and written. */
final class DiffSql {

    private static final String FRESH =
            "AND (s.raises = 0 OR NOT EXISTS (SELECT 1 FROM import_held h WHERE h.tenant_id = p.tenant_id AND h.import_id = p.import_id"
                    + " AND h.row_no = p.first_row + s.position - 1 AND h.released = 0))";

    private final TargetTable table;
    private final List<String> present;

    DiffSql(TargetTable table, List<String> present) {
        this.table = table;
        this.present = table.fields().stream().filter(present::contains).toList();
    }

    static DiffSql of(ImportTarget target, ImportPlan plan) {
        return new DiffSql(
                target.table(), plan.reverts().isPresent() ? target.table().fields() : target.fields(plan.mapping()));
    }

    /** The fields that the file has, in the target's order. */
    List<String> present() {
        return present;
    }

    boolean hasLongFields() {
        return !table.longFields().isEmpty();
    }

    /**
     * The tenant's rows to compare with: key, id, version, whether guarded, grants, whether active, and the fields that the file has as {@link FieldText}. Parameters:
     * tenant, and a key for each placeholder.
     */
    String targets(int keys) {
        var grants = table.privileges()
                .map(it -> "t." + it.column() + ", t." + it.activeColumn())
                .orElse("'', 1");
        return "SELECT t." + table.keyColumn() + ", t." + table.idColumn() + ", t.version, " + guard() + " IS TRUE, "
                + grants
                + ", " + compared() + " FROM " + table.name() + " t WHERE t.tenant_id = ?"
                + (keys == 0 ? "" : " AND t." + table.keyColumn() + " IN (" + "?, ".repeat(keys - 1) + "?)");
    }

    /** Planned rows whose target is no longer as the plan saw it. Parameters: tenant, import. */
    String stale() {
        return "SELECT s.natural_key FROM " + pages() + " LEFT JOIN " + table.name()
                + " t ON t.tenant_id = p.tenant_id AND t." + table.keyColumn()
                + " = s.natural_key WHERE p.tenant_id = ? AND p.import_id = ?"
                + " AND ((s.outcome = 'c' AND NOT " + isNew() + ")"
                + " OR (s.outcome IN ('u', 'd') AND (" + isNew() + " OR t.version <> s.version))"
                + " OR (s.outcome = 'n' AND s.version = " + StagedRow.Unchanged.GONE + " AND NOT " + isNew() + ")"
                + " OR (s.outcome = 'n' AND s.version <> " + StagedRow.Unchanged.GONE + " AND (" + isNew()
                + " OR (t.version <> s.version AND CRC32(" + compared()
                + ") <> s.digest)))) ORDER BY p.first_row, s.position";
    }

    /** Parameters: created, updated (times), tenant, import. */
    String insert() {
        var constants = List.copyOf(table.constants().entrySet());
        var into = new ArrayList<>(List.of("tenant_id", table.idColumn(), table.keyColumn()));
        var from = new ArrayList<>(List.of("p.tenant_id", "s.target_id", "s.natural_key"));
        for (var field : present) {
            into.add(field);
            from.add(staged(field));
        }
        for (Map.Entry<String, String> constant : constants) {
            into.add(constant.getKey());
            from.add("'" + constant.getValue() + "'");
        }
        return "INSERT INTO " + table.name() + " (" + String.join(", ", into)
                + ", version, created_at, updated_at) SELECT " + String.join(", ", from) + ", 1, ?, ? FROM " + pages()
                + " WHERE p.tenant_id = ? AND p.import_id = ? AND p.creates > 0 AND s.outcome = 'c' " + FRESH;
    }

    /**
     * The updates of one page: a statement over all of them would keep all new values in a temporary table on disk. Parameters: updated (time), tenant, import, first row.
     * The version is compared again, so a change since the stale check is not overwritten.
     */
    String update() {
        var set = present.stream()
                .map(field -> "t." + field + " = " + staged(field) + ", ")
                .collect(Collectors.joining());
        return "UPDATE " + pages() + " STRAIGHT_JOIN " + table.name() + " t ON t.tenant_id = p.tenant_id AND t."
                + table.idColumn()
                + " = s.target_id AND t.version = s.version SET " + set
                + "t.version = t.version + 1, t.updated_at = ? WHERE p.tenant_id = ? AND p.import_id = ? AND p.first_row = ? AND s.outcome = 'u' "
                + FRESH;
    }

    /** The version is compared again, as for an update. Parameters: tenant, import. */
    String delete() {
        return "DELETE t FROM " + pages() + " STRAIGHT_JOIN " + table.name() + " t ON t.tenant_id = p.tenant_id AND t."
                + table.idColumn()
                + " = s.target_id AND t.version = s.version WHERE p.tenant_id = ? AND p.import_id = ? AND p.removes > 0 AND s.outcome = 'd'";
    }

    List<TargetTable.Guard> uses() {
        return table.uses();
    }

    String keyColumn() {
        return table.keyColumn();
    }

    /** The keys of those rows that something else uses. Parameters: tenant, and a key for each placeholder. */
    String used(TargetTable.Guard use, int keys) {
        return "SELECT t." + table.keyColumn() + " FROM " + table.name() + " t WHERE t.tenant_id = ? AND t."
                + table.keyColumn() + " IN (" + "?, ".repeat(keys - 1) + "?) AND (" + use.when() + ")";
    }

    /** What the fields that nobody sets begin with, as {@link FieldText}; asked of a row that is there. Parameters: tenant. */
    String defaults(List<String> unset) {
        return "SELECT " + text(unset.stream().map("DEFAULT(t.%s)"::formatted).toList()) + " FROM " + table.name()
                + " t WHERE t.tenant_id = ? LIMIT 1";
    }

    /**
     * One value that changes with every change of the tenant's rows: their number, the sum of their versions (every change raises one), and a sum over ids with
     * versions, in which a deletion and a creation do not cancel each other out. Parameter: tenant.
     */
    String revision() {
        return "SELECT CONCAT_WS('-', COUNT(*), COALESCE(SUM(version), 0), COALESCE(SUM(CRC32(CONCAT("
                + table.idColumn() + ", ':', version))), 0)) FROM " + table.name() + " WHERE tenant_id = ?";
    }

    /** How many characters the tenant's long fields have together; empty where there are none, or such that this would read too much. Parameter: tenant. */
    Optional<String> longCharacters() {
        return Optional.of(table.longFields().stream()
                        .sorted()
                        .map("COALESCE(SUM(CHAR_LENGTH(%s)), 0)"::formatted)
                        .collect(Collectors.joining(" + ")))
                .filter(sum -> !sum.isEmpty() && table.extent().longField() <= TargetTable.LONGEST_COLUMN)
                .map(sum -> "SELECT " + sum + " FROM " + table.name() + " WHERE tenant_id = ?");
    }

    TargetTable table() {
        return table;
    }

    /**
     * For each reference a statement that answers keys of rows whose reference is missing, at most so many as are asked for. It reads what is committed now, whatever the transaction saw
     * before, and locks it. Parameters: tenant, three times, and how many.
     */
    List<String> dangling() {
        return table.references().stream().map(this::dangling).toList();
    }

    /** Each key that is referred to is looked up once, however many rows refer to it. */
    private String dangling(String reference) {
        return """
                SELECT t.%3$s FROM (SELECT DISTINCT r.%2$s AS wanted FROM %1$s r WHERE r.tenant_id = ? AND r.%2$s IS NOT NULL) w
                LEFT JOIN %1$s k ON k.tenant_id = ? AND k.%3$s = w.wanted
                JOIN %1$s t ON t.tenant_id = ? AND t.%2$s = w.wanted
                WHERE k.%4$s IS NULL LIMIT ? LOCK IN SHARE MODE""".formatted(table.name(), reference, table.keyColumn(), table.idColumn());
    }

    /** The keys of the rows that others may refer to. Parameter: tenant. */
    String referable() {
        return "SELECT t." + table.keyColumn() + " FROM " + table.name() + " t WHERE t.tenant_id = ?"
                + table.references().stream()
                        .map(reference -> " AND t." + reference + " IS NULL")
                        .collect(Collectors.joining());
    }

    /** The rows that refer to others: key, and their references. Parameter: tenant. */
    String referring() {
        var columns = table.references().stream().map(field -> ", t." + field).collect(Collectors.joining());
        var any = table.references().stream().map(field -> "t." + field).collect(Collectors.joining(", "));
        return "SELECT t." + table.keyColumn() + columns + " FROM " + table.name()
                + " t WHERE t.tenant_id = ? AND COALESCE(" + any + ") IS NOT NULL";
    }

    /** The keys of a page's rows that are to be removed. Parameters: tenant, import, first row. */
    String removals() {
        return "SELECT s.natural_key FROM " + pages()
                + " WHERE p.tenant_id = ? AND p.import_id = ? AND p.first_row = ? AND s.outcome = 'd'";
    }

    /** A page's created and changed rows that refer to others: key, place, and their references. Parameters: tenant, import, first row. */
    String referring(List<String> references) {
        var columns = references.stream().map(field -> ", " + staged(field)).collect(Collectors.joining());
        var any = references.stream().map(this::staged).collect(Collectors.joining(", "));
        return "SELECT s.natural_key" + columns + " FROM " + pages()
                + " WHERE p.tenant_id = ? AND p.import_id = ? AND p.first_row = ? AND s.outcome IN ('c', 'u') AND COALESCE("
                + any + ") IS NOT NULL";
    }

    String members() {
        return "SELECT COUNT(*) FROM " + table.name() + " WHERE tenant_id = ?";
    }

    private String pages() {
        var fields = IntStream.range(0, present.size())
                .mapToObj(i -> ", c" + i + " " + table.staged(present.get(i))
                        + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[" + (RowJson.FIRST_FIELD + i) + "]'")
                .collect(Collectors.joining());
        return StagedSql.pages(
                table,
                ", version INT PATH '$[" + RowJson.VERSION + "]', digest BIGINT PATH '$[" + RowJson.DIGEST
                        + "]', target_id VARCHAR(44) CHARACTER SET ascii COLLATE ascii_bin PATH '$[" + RowJson.TARGET
                        + "]', raises INT PATH '$[" + RowJson.RAISES + "]'" + fields);
    }

    private String guard() {
        return "(" + table.guard().map(TargetTable.Guard::when).orElse("FALSE") + ")";
    }

    private String isNew() {
        return "t." + table.idColumn() + " IS NULL";
    }

    /** As {@link FieldText} writes them. */
    private String compared() {
        return text(present.stream().map("t."::concat).toList());
    }

    private static String text(List<String> values) {
        return values.isEmpty()
                ? "''"
                : values.stream()
                        .map("COALESCE(CONCAT(CHAR_LENGTH(%1$s), '=', %1$s), '-')"::formatted)
                        .collect(Collectors.joining(", ", "CONCAT(", ")"));
    }

    private String staged(String field) {
        return "s.c" + present.indexOf(field);
    }
}
