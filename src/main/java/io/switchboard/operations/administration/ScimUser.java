package io.switchboard.operations.administration;

import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.DocumentRow.Cell;
import io.switchboard.operations.imports.documents.JsonLeaves.Leaf;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns of the identities as a SCIM user has them (RFC 7643 section 4.1, and the enterprise extension of section 4.3). */
final class ScimUser {

    /** Column to attribute, as a page and the plan's mapping name it. */
    static final Map<String, String> ATTRIBUTES = attributes();

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final Pattern EMAIL = Pattern.compile("/emails/(\\d+)/value");
    private static final Pattern ROLE = Pattern.compile("/roles(/\\d+(/value)?)?");

    private final ScimEntry entry;
    private final Map<String, Leaf> attributes;
    private final Map<String, Cell> found = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    ScimUser(ScimEntry entry) {
        this.entry = entry;
        this.attributes = entry.attributes();
        simple("user_name", "/userName");
        simple("given_name", "/name/givenName");
        simple("family_name", "/name/familyName");
        email();
        roles();
        simple("department", "/" + ENTERPRISE + "/department");
        simple("active", "/active");
    }

    private static Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("user_name", "userName");
        attributes.put("given_name", "name.givenName");
        attributes.put("family_name", "name.familyName");
        attributes.put("email", "emails, the primary one");
        attributes.put("roles", "roles");
        attributes.put("department", "department of the enterprise extension");
        attributes.put("active", "active");
        return attributes;
    }

    /** The columns that this user has a value for. */
    Set<String> columns() {
        return found.keySet();
    }

    /** A user without an attribute that others of the file have is as a row whose cell is empty. */
    DocumentRow row(List<String> columns) {
        var problems = entry.problems();
        if (!problems.isEmpty()) {
            return new DocumentRow.Rejected(entry.pointer(), text("user_name"), problems);
        }
        var cells = new LinkedHashMap<String, Cell>();
        columns.forEach(column -> cells.put(column, found.getOrDefault(column, missing(column))));
        return new DocumentRow.Read(entry.pointer(), cells, List.of());
    }

    /** Attributes with a value that no column takes, in SCIM's notation. */
    Set<String> ignored() {
        return attributes.entrySet().stream()
                .filter(attribute -> !taken.contains(attribute.getKey()))
                .map(attribute -> name(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String text(String column) {
        return Optional.ofNullable(found.get(column)).map(Cell::text).orElse("");
    }

    private Cell missing(String column) {
        return new Cell(
                "",
                entry.pointerTo(
                        switch (column) {
                            case "user_name" -> "/userName";
                            case "given_name" -> "/name/givenName";
                            case "family_name" -> "/name/familyName";
                            case "email" -> "/emails";
                            case "roles" -> "/roles";
                            case "department" -> "/" + ENTERPRISE + "/department";
                            default -> "/active";
                        }));
    }

    private void simple(String column, String attribute) {
        entry.at(attribute).ifPresent(leaf -> take(column, attribute.toLowerCase(Locale.ROOT), leaf));
    }

    private void take(String column, String lower, Leaf leaf) {
        taken.add(lower);
        found.put(column, new Cell(leaf.text(), entry.pointerTo(leaf)));
    }

    private void email() {
        var values = attributes.entrySet().stream()
                .filter(attribute -> EMAIL.matcher(attribute.getKey()).matches())
                .toList();
        values.stream()
                .filter(value -> isPrimary(value.getKey()))
                .findFirst()
                .or(() -> values.stream().findFirst())
                .ifPresent(value -> {
                    take("email", value.getKey(), value.getValue());
                    taken.add(value.getKey().replace("/value", "/primary"));
                });
    }

    private boolean isPrimary(String value) {
        return Optional.ofNullable(attributes.get(value.replace("/value", "/primary")))
                .map(leaf -> leaf.text().equalsIgnoreCase("true"))
                .orElse(false);
    }

    private void roles() {
        var roles = attributes.entrySet().stream()
                .filter(attribute -> ROLE.matcher(attribute.getKey()).matches())
                .toList();
        if (!roles.isEmpty()) {
            var text = roles.stream().map(role -> role.getValue().text()).collect(Collectors.joining(";"));
            roles.forEach(role -> taken.add(role.getKey()));
            found.put("roles", new Cell(text, entry.pointerTo("/roles")));
        }
    }

    /** {@code /emails/1/value} is {@code emails.value}; a name of an extension follows its URN and a colon. */
    private String name(String lower, Leaf leaf) {
        var pointer = leaf.pointer().substring(leaf.pointer().length() - lower.length());
        var name = pointer.substring(1)
                .replaceAll("/\\d+(?=/|$)", "")
                .replaceFirst("^(urn:[^/]*)/", "$1:")
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
        var which = name.startsWith("emails.") ? name + " (of another address)" : name;
        return which.length() > 120 ? which.substring(0, 120) + "…" : which;
    }
}
