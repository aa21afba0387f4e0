package io.switchboard.operations.runs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says about a step that asks: it was done, it failed, or the portal is to try it once more. */
public enum Answer {
    DONE,
    FAILED,
    AGAIN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Answer> parse(String wire) {
        return Arrays.stream(values())
                .filter(answer -> answer.wire().equals(wire))
                .findFirst();
    }
}
