package io.switchboard.control.approvals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a ticket stands. An open or approved one whose deadline has passed is expired, which means no. */
public enum TicketState {
    OPEN,
    APPROVED,
    DENIED,
    EXPIRED,
    USED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TicketState> parse(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }

    boolean mayExpire() {
        return this == OPEN || this == APPROVED;
    }
}
