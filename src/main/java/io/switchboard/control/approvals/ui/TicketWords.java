package io.switchboard.control.approvals.ui;

import io.switchboard.control.approvals.Tally;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.platform.components.StateTag;
import java.util.stream.Collectors;

/** Tickets as a person reads them. */
final class TicketWords {

    private TicketWords() {}

    static StateTag state(TicketState state) {
        return new StateTag(
                switch (state) {
                    case OPEN -> StateTag.Tone.WARNING;
                    case APPROVED -> StateTag.Tone.INFO;
                    case DENIED -> StateTag.Tone.DANGER;
                    case EXPIRED -> StateTag.Tone.NEUTRAL;
                    case USED -> StateTag.Tone.SUCCESS;
                },
                state.wire());
    }

    static StateTag verdict(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> new StateTag(StateTag.Tone.SUCCESS, "approved");
            case DENY -> new StateTag(StateTag.Tone.DANGER, "denied");
        };
    }

    /** The counts where there are any, else the action. */
    static String title(Ticket ticket) {
        var counts = ticket.question().tallies().stream()
                .filter(tally -> tally.number() > 0)
                .map(TicketWords::words)
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? ticket.question().action().value() : counts;
    }

    private static String words(Tally tally) {
        return tally.number() + " " + tally.words();
    }
}
