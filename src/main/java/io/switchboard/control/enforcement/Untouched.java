package io.switchboard.control.enforcement;

import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Sha256;
import java.util.List;
import java.util.Map;

/** The effect of an action that did not happen: its one subject is the resource, at version 0, since nothing of it was read or changed. */
final class Untouched {

    private Untouched() {}

    static Effect<String> of(ResourceRef resource, Map<String, Object> facts) {
        var subject = new Subject(resource.type(), resource.id(), Sha256.of(canonicalJson(resource)));
        return new Effect<>(resource.id(), List.of(subject), facts, Map.of());
    }

    /** RFC 8785 for three flat members: sorted by name, no white space. */
    private static String canonicalJson(ResourceRef resource) {
        return "{\"id\":" + quoted(resource.id()) + ",\"type\":" + quoted(resource.type()) + ",\"version\":0}";
    }

    private static String quoted(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a resource's type and id hold no control characters");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
