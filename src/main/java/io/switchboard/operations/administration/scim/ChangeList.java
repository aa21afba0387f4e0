package io.switchboard.operations.administration.scim;

import io.switchboard.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one write changes: attributes with their values before and after, and how it shifts who may do what. {@code gained} and {@code lost} have an
 * entry for each member and role; {@code deactivated} and {@code removed} count members who could sign in until then. {@code shift} is what it comes to for
 * each member in the end, with all that they hold otherwise; {@code hold} says why it waits for an approval.
 */
record ChangeList(
        String action,
        List<Change> changes,
        List<Role> gained,
        List<Role> lost,
        int deactivated,
        int removed,
        Shift shift,
        Optional<String> hold) {

    record Change(String attribute, Optional<String> before, Optional<String> after) {}

    ChangeList(
            String action,
            List<Change> changes,
            List<Role> gained,
            List<Role> lost,
            int deactivated,
            int removed,
            Shift shift) {
        this(action, changes, gained, lost, deactivated, removed, shift, Optional.empty());
    }

    ChangeList {
        changes = List.copyOf(changes);
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    ChangeList heldFor(String why) {
        return new ChangeList(action, changes, gained, lost, deactivated, removed, shift, Optional.of(why));
    }

    /** The attributes' names as a receipt states them; {@code none} where nothing changed. */
    String names() {
        var names = changes.stream().map(Change::attribute).collect(Collectors.joining("+"));
        return names.isEmpty() ? "none" : names.substring(0, Math.min(names.length(), 128));
    }
}
