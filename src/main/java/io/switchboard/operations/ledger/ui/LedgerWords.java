package io.switchboard.operations.ledger.ui;

import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.Standing;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;

/** How entries are said. */
final class LedgerWords {

    private LedgerWords() {}

    static StateTag standing(Standing standing) {
        return new StateTag(
                switch (standing) {
                    case WAITING -> Tone.WARNING;
                    case IN_FORCE -> Tone.SUCCESS;
                    case EXPIRED, LAPSED, WITHDRAWN -> Tone.NEUTRAL;
                },
                standing.words());
    }

    static String signatures(LedgerEntry entry) {
        return entry.signatures().size() + " of " + entry.said().signatures();
    }
}
