package io.switchboard.control.approvals.ui;

import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.platform.components.StateTag;

/** Tickets as a person reads them. */
final class TicketWords {

    private static final int LONGEST_TITLE = 160;

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

    static String quorum(Ticket ticket) {
        return ticket.approvals() + " of " + ticket.quorum();
    }

    /** The question in one line. */
    static String title(Ticket ticket) {
        var sentence = ticket.question().sentence();
        return sentence.length() <= LONGEST_TITLE
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }
}
