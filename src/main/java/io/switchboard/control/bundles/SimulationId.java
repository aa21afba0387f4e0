package io.switchboard.control.bundles;

import io.switchboard.kernel.Base32;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** A simulation, {@code sim_…}. */
public record SimulationId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SYNTAX = Pattern.compile("sim_[a-z2-7]{16,40}");

    public SimulationId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id of the form sim_…");
        }
    }

    public static SimulationId random() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return new SimulationId("sim_" + Base32.encode(bytes));
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
