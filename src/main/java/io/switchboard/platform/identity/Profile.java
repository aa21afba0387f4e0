package io.switchboard.platform.identity;

import java.util.Optional;

/**
 * What is written about a member: at most 128 characters of user name, names and department, 200 of display name, 254 of address. Roles are not
 * among it: they come from imports and groups.
 */
public record Profile(
        String userName,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> displayName,
        Optional<String> email,
        Optional<String> department,
        boolean active) {

    /** The display name, else given and family name, else the user name. */
    public String shown() {
        return displayName.orElseGet(this::fullName);
    }

    private String fullName() {
        var name = (givenName.orElse("") + " " + familyName.orElse("")).strip();
        return name.isEmpty() ? userName : name;
    }
}
