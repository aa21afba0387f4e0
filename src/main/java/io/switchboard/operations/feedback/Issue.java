package io.switchboard.operations.feedback;

import io.switchboard.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem on the board: what its submissions have in common, how far it reaches, how it stands, and all that happened to it. The clock is a function of the events: see {@link #clock}.
 */
public record Issue(
        IssueId id,
        String title,
        IssueState state,
        Map<Attachment, String> cause,
        Optional<MemberId> owner,
        Optional<IssueId> mergedInto,
        FixCard card,
        int version,
        Instant openedAt,
        Reach reach,
        List<IssueEvent> events) {

    public Issue {
        cause = Map.copyOf(cause);
        events = List.copyOf(events);
    }

    public Sla clock(Instant now) {
        return SlaClock.at(events, now);
    }

    /** Where it stood at a moment; empty before it was reported. */
    public Optional<IssueState> stateAt(Instant moment) {
        return events.stream()
                .filter(event -> !event.at().isAfter(moment))
                .flatMap(event -> event.kind().state().stream())
                .reduce((_, later) -> later);
    }
}
