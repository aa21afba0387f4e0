package io.switchboard.control.approvals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an approver says to a ticket. */
public enum Verdict {
    APPROVE,
    DENY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> parse(String wire) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.wire().equals(wire))
                .findFirst();
    }
}
