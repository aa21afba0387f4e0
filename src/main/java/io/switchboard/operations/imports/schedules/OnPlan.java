package io.switchboard.operations.imports.schedules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a schedule does with a plan: leaves it for a person, or commits it where policy allows and no row is held, rejected or in conflict. */
public enum OnPlan {
    PLAN,
    COMMIT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OnPlan> parse(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire().equals(wire)).findFirst();
    }
}
