package io.switchboard.operations.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where rows of a kind end. The table must have {@code tenant_id}, {@code version} (raised by every change), {@code created_at} and {@code updated_at}.
 * {@code uses} say when something else needs a row, so that undoing an import does not remove it; {@code longFields} are those of the fields that hold more than 320 characters.
 * {@code references} are those that hold, where they are not NULL, the key of another row of the same table, which has none itself: no commit leaves one without its row.
 * Names and fragments become SQL as they are, so they are constants of the program, never input; {@code t} names the table in a fragment.
 */
public record TargetTable(
        String name,
        String idColumn,
        String keyColumn,
        List<String> fields,
        Set<String> longFields,
        Map<String, String> constants,
        Optional<Guard> guard,
        Optional<Privileges> privileges,
        List<Guard> uses,
        Extent extent,
        List<String> references) {

    /** So that a page of them, each with what was there before, stays below the 16 MB that a statement may have. */
    private static final int FEW = 8;

    private static final int CHARACTERS_AT_ONCE = 1_000_000;
    /** A field that is as long as this at most can be a column of a staged page. */
    static final int LONGEST_COLUMN = 4_000;

    /** The most characters that a key, and a long field, may have; at most 256 Ki. */
    public record Extent(int key, int longField) {

        static final Extent USUAL = new Extent(128, 256 << 10);
    }

    /** Rows that an import must not change or remove, and why. */
    public record Guard(String when, String code, String reason) {}

    /** A column of comma-joined grants: which of them raise privileges on an existing row, which on a new one; and the row's on/off switch. */
    public record Privileges(String column, List<String> onUpdate, List<String> onCreate, String activeColumn) {}

    /** A table whose rows nothing else needs and that do not refer to each other; keys and long fields are as long as usual. */
    public TargetTable(
            String name,
            String idColumn,
            String keyColumn,
            List<String> fields,
            Set<String> longFields,
            Map<String, String> constants,
            Optional<Guard> guard,
            Optional<Privileges> privileges) {
        this(name, idColumn, keyColumn, fields, longFields, constants, guard, privileges, List.of());
    }

    /** The same of rows that something else may need. */
    public TargetTable(
            String name,
            String idColumn,
            String keyColumn,
            List<String> fields,
            Set<String> longFields,
            Map<String, String> constants,
            Optional<Guard> guard,
            Optional<Privileges> privileges,
            List<Guard> uses) {
        this(
                name,
                idColumn,
                keyColumn,
                fields,
                longFields,
                constants,
                guard,
                privileges,
                uses,
                Extent.USUAL,
                List.of());
    }

    public TargetTable {
        if (fields.size() > 10) {
            throw new IllegalArgumentException("a kind has at most 10 fields besides its key");
        }
        if (!fields.containsAll(longFields)) {
            throw new IllegalArgumentException("a long field is one of the fields");
        }
        if (!fields.containsAll(references) || privileges.isPresent() && !references.isEmpty()) {
            throw new IllegalArgumentException("references are fields, of rows that grant nothing");
        }
        fields = List.copyOf(fields);
        longFields = Set.copyOf(longFields);
        constants = Map.copyOf(constants);
        uses = List.copyOf(uses);
        references = List.copyOf(references);
    }

    /** How many rows are worth being read at once: few where a row can be long. */
    int rowsAtOnce(int most) {
        return longFields.isEmpty() ? most : Math.min(most, Math.max(FEW, CHARACTERS_AT_ONCE / extent.longField()));
    }

    /** Whether a row may be so long that only few are worth being held. */
    boolean areRowsLong() {
        return !longFields.isEmpty() && extent.longField() > LONGEST_COLUMN;
    }

    /** A field's type in SQL where it comes out of a staged page. */
    String staged(String field) {
        if (!longFields.contains(field)) {
            return "VARCHAR(320)";
        }
        return extent.longField() <= LONGEST_COLUMN ? "VARCHAR(" + extent.longField() + ")" : "LONGTEXT";
    }

    /** Which of these fields, in their order, are references. */
    List<String> references(List<String> present) {
        return present.stream().filter(references::contains).toList();
    }
}
