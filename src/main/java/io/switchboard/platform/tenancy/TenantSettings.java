package io.switchboard.platform.tenancy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a partner admin configures: the name people see, the brand's accent ({@code #rrggbb}), whom to write to, and how many days records are
 * kept (30 to 3650).
 */
public record TenantSettings(String name, String accent, Optional<String> contact, int retentionDays) {

    private static final Pattern ACCENT = Pattern.compile("#[0-9a-fA-F]{6}");

    public TenantSettings {
        require(!name.isBlank() && name.length() <= 200, "The name has 1 to 200 characters.");
        require(ACCENT.matcher(accent).matches(), "The accent is a colour of the form #rrggbb, for example #1f5eff.");
        require(contact.isEmpty() || contact.get().length() <= 254, "The contact has at most 254 characters.");
        require(retentionDays >= 30 && retentionDays <= 3650, "Retention is 30 to 3650 days.");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
