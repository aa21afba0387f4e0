package io.switchboard.operations.entities;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A header, plain or with a type behind a colon, as Neo4j's bulk import has it: {@code personId:ID(Person)}, {@code :TYPE}, {@code born:int}. */
record ColumnName(String header) {

    private static final Pattern TYPED = Pattern.compile("([^:]*):([A-Za-z_]+)(?:\\[])?(?:[({].*)?");
    private static final Set<String> VALUES = Set.of(
            "string",
            "int",
            "integer",
            "long",
            "float",
            "double",
            "boolean",
            "byte",
            "short",
            "char",
            "point",
            "date",
            "localtime",
            "time",
            "localdatetime",
            "datetime",
            "duration");

    /** By which a column is found that it may fill; empty for one that is marked as not to be read. */
    String alias() {
        var typed = TYPED.matcher(header.strip());
        if (!typed.matches()) {
            return header;
        }
        var type = typed.group(2).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "id" -> "id";
            case "label", "type" -> "type";
            case "start_id" -> "from";
            case "end_id" -> "to";
            case "ignore" -> "";
            default -> VALUES.contains(type) ? typed.group(1) : header;
        };
    }

    /** What a property is called whose column this is; none for a column that is not to be read. */
    Optional<String> property() {
        var typed = TYPED.matcher(header);
        if (!typed.matches()) {
            return Optional.of(header);
        }
        var type = typed.group(2).toLowerCase(Locale.ROOT);
        boolean isNamed = VALUES.contains(type) && !typed.group(1).isBlank();
        return type.equals("ignore") ? Optional.empty() : Optional.of(isNamed ? typed.group(1) : header);
    }
}
