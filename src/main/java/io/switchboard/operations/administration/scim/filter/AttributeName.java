package io.switchboard.operations.administration.scim.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An attribute as a filter or path names it: a schema's URI where one was given, name, sub-attribute, all in lower case since case does not count
 * (RFC 7643, section 2.1). {@code name} is empty where a path names a whole schema.
 */
public record AttributeName(String schema, String name, Optional<String> sub) {

    private static final List<String> SCHEMAS = List.of(
            "urn:ietf:params:scim:schemas:core:2.0:user",
            "urn:ietf:params:scim:schemas:core:2.0:group",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user");
    private static final String ENTERPRISE = SCHEMAS.getLast();

    static AttributeName of(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var known = SCHEMAS.stream().filter(uri -> within(lower, uri)).findFirst();
        var schema = known.orElseGet(() -> unknownSchema(lower));
        var rest = schema.isEmpty() || lower.equals(schema)
                ? lower.substring(schema.length())
                : lower.substring(schema.length() + 1);
        return plain(schema, rest);
    }

    private static boolean within(String text, String uri) {
        return text.equals(uri) || text.startsWith(uri + ":");
    }

    private static String unknownSchema(String text) {
        return text.startsWith("urn:") ? text.substring(0, text.lastIndexOf(':')) : "";
    }

    private static AttributeName plain(String schema, String rest) {
        int dot = rest.indexOf('.');
        var name = dot < 0 ? rest : rest.substring(0, dot);
        var sub = dot < 0 ? Optional.<String>empty() : Optional.of(rest.substring(dot + 1));
        if ((!rest.isEmpty() || schema.isEmpty()) && !isName(name)
                || sub.filter(part -> !isName(part)).isPresent()) {
            throw new SyntaxFault("“" + shown(rest)
                    + "” names no attribute: a name begins with a letter and goes on with letters, digits, - and _.");
        }
        return new AttributeName(schema, name, sub);
    }

    private static boolean isName(String text) {
        return text.matches("[a-z$][a-z0-9_$-]{0,79}");
    }

    /** Whether it belongs to the enterprise extension of users. */
    public boolean enterprise() {
        return schema.equals(ENTERPRISE);
    }

    /** Whether it belongs to a schema that is not served here. */
    public boolean foreign() {
        return !schema.isEmpty() && !SCHEMAS.contains(schema);
    }

    /** {@code emails.value}; with {@code enterprise:} in front for one of the extension. */
    public String key() {
        return (enterprise() ? "enterprise:" : "")
                + name
                + sub.map(part -> "." + part).orElse("");
    }

    static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
