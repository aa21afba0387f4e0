package io.switchboard.operations.imports.schedules;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A schedule of imports, {@code sch_…}. */
public record ScheduleId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("sch_[a-z2-7]{16,40}");

    public ScheduleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form sch_…");
        }
    }

    public static ScheduleId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new ScheduleId("sch_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
