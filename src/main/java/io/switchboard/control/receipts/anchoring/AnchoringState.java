package io.switchboard.control.receipts.anchoring;

import java.time.Instant;
import java.util.Optional;

/** How anchoring a log stands: whether an authority is set at all, its newest timestamp, and what has kept it from the next one since when. */
public record AnchoringState(boolean configured, Optional<Anchor> newest, Optional<Trouble> trouble) {

    public record Trouble(Instant since, String problem) {}
}
