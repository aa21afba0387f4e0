package io.switchboard.operations.administration.scim;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Single values of attributes: absent, {@code null} and empty are the same, unassigned (RFC 7643, section 2.5). */
final class Values {

    private Values() {}

    static Optional<String> text(JsonNode value, String name, int most) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw ScimFault.value("The attribute " + name + " is a text. Send it in quotation marks.");
        }
        var text = value.stringValue().strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw ScimFault.value("The attribute " + name + " has more than " + most + " characters. Shorten it.");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw ScimFault.value("The attribute " + name + " has a control character. Leave it out.");
        }
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    /** Yes or no, also as the text {@code "True"} that some clients send. */
    static Optional<Boolean> truth(JsonNode value, String name) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        var word = value.isBoolean() || value.isString() ? value.asString("").toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw ScimFault.value("The attribute " + name + " is true or false.");
        };
    }
}
