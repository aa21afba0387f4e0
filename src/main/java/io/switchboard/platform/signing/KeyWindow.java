package io.switchboard.platform.signing;

import java.time.Instant;
import java.util.Optional;

/** When a key counts: from {@code from} until before {@code until}, open-ended where that is absent. Whole seconds, as key sets state them. */
public record KeyWindow(Instant from, Optional<Instant> until) {

    static KeyWindow openFrom(Instant from) {
        return new KeyWindow(from, Optional.empty());
    }

    public boolean includes(Instant at) {
        return !at.isBefore(from) && lastsBeyond(at);
    }

    boolean lastsBeyond(Instant at) {
        return until.map(at::isBefore).orElse(true);
    }

    KeyWindow endingAt(Instant end) {
        return new KeyWindow(from, Optional.of(end));
    }
}
