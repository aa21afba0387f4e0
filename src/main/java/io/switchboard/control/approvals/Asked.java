package io.switchboard.control.approvals;

import io.switchboard.control.enforcement.Enforced;

/** What came of asking. */
public sealed interface Asked {

    /** There is one ticket for this, new or from before, in whatever state. */
    record Standing(Ticket ticket) implements Asked {}

    /** No ticket: whoever asks may not, or it could not be opened. */
    record Unasked(Enforced<Ticket> ended) implements Asked {}
}
