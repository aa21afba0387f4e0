package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one write changes: attributes with their values before and after, and how it shifts who may do what. {@code gained} and {@code lost} have an
 * entry for each member and role; {@code deactivated} and {@code removed} count members who could sign in until then.
 */
record ChangeList(
        String action, List<Change> changes, List<Role> gained, List<Role> lost, int deactivated, int removed) {

    record Change(String attribute, Optional<String> before, Optional<String> after) {}

    ChangeList {
        changes = List.copyOf(changes);
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    /** The attributes' names as a receipt states them; {@code none} where nothing changed. */
    String names() {
        var names = changes.stream().map(Change::attribute).collect(Collectors.joining("+"));
        return names.isEmpty() ? "none" : names.substring(0, Math.min(names.length(), 128));
    }
}
