package io.switchboard.insight.evaluation;

import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/** A connection to the tenant's own systems, and how it stands now. */
public record Integration(String title, State state, String says, Optional<ReceiptId> proof, String path) {

    /** Whether it is in use. */
    public enum State {
        LIVE("live"),
        QUIET("quiet"),
        OFF("not connected");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
