package io.switchboard.operations.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where rows of a kind end. The table must have {@code tenant_id}, {@code version} (raised by every change), {@code created_at} and {@code updated_at}.
 * Names and fragments become SQL as they are, so they are constants of the program, never input; {@code t} names the table in a fragment.
 */
public record TargetTable(
        String name,
        String idColumn,
        String keyColumn,
        List<String> fields,
        Map<String, String> constants,
        Optional<Guard> guard,
        Optional<Privileges> privileges) {

    /** Rows that an import must not change, and why. */
    public record Guard(String when, String code, String reason) {}

    /** A column of comma-joined grants: which of them raise privileges on an existing row, which on a new one; and the row's on/off switch. */
    public record Privileges(String column, List<String> onUpdate, List<String> onCreate, String activeColumn) {}

    public TargetTable {
        if (fields.size() > 10) {
            throw new IllegalArgumentException("a kind has at most 10 fields besides its key");
        }
        fields = List.copyOf(fields);
        constants = Map.copyOf(constants);
    }
}
