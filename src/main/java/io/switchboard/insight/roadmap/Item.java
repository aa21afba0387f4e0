package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An item of the roadmap: where it comes from, what it shall change, and how it stands. Specified where its spec misses nothing; deferred where there is a reason. */
public record Item(
        ItemId id,
        String title,
        Optional<Evidence> evidence,
        Spec spec,
        List<Missing> missing,
        Optional<String> deferred,
        Optional<Release> release,
        int version,
        Actor raisedBy,
        Instant raisedAt,
        Instant changedAt) {

    public Item {
        missing = List.copyOf(missing);
    }

    public boolean isReady() {
        return missing.isEmpty();
    }

    /** Neither in a release that was locked, nor deferred. */
    public boolean isOpen() {
        return release.isEmpty() && deferred.isEmpty();
    }

    public State state() {
        if (release.isPresent()) {
            return State.LOCKED;
        }
        if (deferred.isPresent()) {
            return State.DEFERRED;
        }
        return isReady() ? State.SPEC_READY : State.DRAFT;
    }

    /** How an item stands. */
    public enum State {
        DRAFT("draft"),
        SPEC_READY("spec ready"),
        DEFERRED("deferred"),
        LOCKED("locked");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
