package io.switchboard.operations.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where an issue stands. What is mitigated, fixed, verified or declined can be reopened: it is triaged again, and its clock begins anew. */
public enum IssueState {
    NEW,
    TRIAGED,
    MITIGATED,
    FIXED,
    VERIFIED,
    DECLINED;

    /** Where it may go from here. */
    public Set<IssueState> next() {
        return switch (this) {
            case NEW -> Set.of(TRIAGED, DECLINED);
            case TRIAGED -> Set.of(MITIGATED, FIXED, DECLINED);
            case MITIGATED -> Set.of(FIXED, TRIAGED);
            case FIXED -> Set.of(VERIFIED, TRIAGED);
            case VERIFIED, DECLINED -> Set.of(TRIAGED);
        };
    }

    public boolean isOpen() {
        return this == NEW || this == TRIAGED;
    }

    /** Whoever was hurt is helped. */
    public boolean isResolved() {
        return this == MITIGATED || this == FIXED || this == VERIFIED;
    }

    /** What going to {@code target} is called in the history. */
    EventKind to(IssueState target) {
        return switch (target) {
            case NEW -> throw new IllegalArgumentException("nothing becomes new again");
            case TRIAGED -> this == NEW ? EventKind.TRIAGED : EventKind.REOPENED;
            case MITIGATED -> EventKind.MITIGATED;
            case FIXED -> EventKind.FIXED;
            case VERIFIED -> EventKind.VERIFIED;
            case DECLINED -> EventKind.DECLINED;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IssueState> parse(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
