package io.switchboard.operations.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to an issue. The first group is its state, the second its clock, the third does neither. */
public enum EventKind {
    REPORTED("reported"),
    TRIAGED("triaged"),
    MITIGATED("mitigated"),
    FIXED("fixed"),
    VERIFIED("verified"),
    REOPENED("reopened"),
    DECLINED("declined"),
    MERGED("merged into another"),

    PAUSED("clock paused"),
    RESUMED("clock resumed"),

    SOON("due within 12 h"),
    BREACHED("due time passed"),
    OWNED("owner changed"),
    CARD("card changed"),
    TOOK("took in another");

    private final String words;

    EventKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whoever reported the issue is told of it. */
    public boolean isForSenders() {
        return switch (this) {
            case REPORTED, TRIAGED, MITIGATED, FIXED, VERIFIED, REOPENED, DECLINED, MERGED -> true;
            case PAUSED, RESUMED, SOON, BREACHED, OWNED, CARD, TOOK -> false;
        };
    }

    /** The state that it leads to, where it leads to one. */
    Optional<IssueState> state() {
        return switch (this) {
            case REPORTED -> Optional.of(IssueState.NEW);
            case TRIAGED, REOPENED -> Optional.of(IssueState.TRIAGED);
            case MITIGATED -> Optional.of(IssueState.MITIGATED);
            case FIXED -> Optional.of(IssueState.FIXED);
            case VERIFIED -> Optional.of(IssueState.VERIFIED);
            case DECLINED -> Optional.of(IssueState.DECLINED);
            case MERGED, PAUSED, RESUMED, SOON, BREACHED, OWNED, CARD, TOOK -> Optional.empty();
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EventKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
