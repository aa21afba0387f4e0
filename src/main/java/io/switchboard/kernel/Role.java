package io.switchboard.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may be trusted with. The first four live in any tenant; the rest only in the reserved tenant {@code platform}. */
public enum Role {
    PARTNER_ADMIN,
    OPERATOR,
    APPROVER,
    EVALUATOR,
    PM,
    PLATFORM_ADMIN,
    FINANCE,
    OMBUDS;

    /** The form in files, claims, policies and the API: {@code partner-admin}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isPlatformOnly() {
        return switch (this) {
            case PARTNER_ADMIN, OPERATOR, APPROVER, EVALUATOR -> false;
            case PM, PLATFORM_ADMIN, FINANCE, OMBUDS -> true;
        };
    }

    public static Optional<Role> parse(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
    }
}
