package io.switchboard.operations.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where rows of a kind end. The table must have {@code tenant_id}, {@code version} (raised by every change), {@code created_at} and {@code updated_at}.
 * {@code uses} say when something else needs a row, so that undoing an import does not remove it; {@code longFields} are those of the fields that hold more than 320 characters, up to 256 KiB.
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
        List<Guard> uses) {

    /** So that a page of them, each with what was there before, stays below the 16 MB that a statement may have. */
    private static final int FEW = 8;

    /** Rows that an import must not change or remove, and why. */
    public record Guard(String when, String code, String reason) {}

    /** A column of comma-joined grants: which of them raise privileges on an existing row, which on a new one; and the row's on/off switch. */
    public record Privileges(String column, List<String> onUpdate, List<String> onCreate, String activeColumn) {}

    /** A table whose rows nothing else needs. */
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

    public TargetTable {
        if (fields.size() > 10) {
            throw new IllegalArgumentException("a kind has at most 10 fields besides its key");
        }
        if (!fields.containsAll(longFields)) {
            throw new IllegalArgumentException("a long field is one of the fields");
        }
        fields = List.copyOf(fields);
        longFields = Set.copyOf(longFields);
        constants = Map.copyOf(constants);
        uses = List.copyOf(uses);
    }

    /** How many rows are worth being read at once: few where a row can be long. */
    int rowsAtOnce(int most) {
        return longFields.isEmpty() ? most : Math.min(most, FEW);
    }
}
