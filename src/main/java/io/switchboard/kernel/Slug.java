package io.switchboard.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/** A tenant's name in an address ({@code /acme/…}): 2 to 40 of a–z, 0–9 and inner hyphens. Never reused, never a reserved word. */
public record Slug(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])");

    /** First path segments that belong to the portal itself. */
    private static final Set<String> RESERVED = Set.of(
            "actuator",
            "api",
            "error",
            "favicon.ico",
            "frontend",
            "icons",
            "images",
            "log",
            "login",
            "logout",
            "lumo",
            "aura",
            "oauth2",
            "offline",
            "scim",
            "share",
            "signed-out",
            "static",
            "swagger-ui",
            "themes",
            "trust",
            "vaadin",
            "verify",
            "webjars",
            "welcome",
            "well-known",
            "www");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A tenant's short name has 2 to 40 characters of a–z, 0–9 and inner hyphens,"
                            + " and is not a word that the portal reserves.");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= 40 && SYNTAX.matcher(value).matches() && !RESERVED.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
