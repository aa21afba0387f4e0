package io.switchboard.operations.onboarding;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tenant's steps as they stand now. */
public record Checklist(Tenant tenant, List<Item> items) {

    public Checklist {
        items = List.copyOf(items);
    }

    /** A step, who knows it, and the fact that completes it. Without anybody who knows it, the step cannot be taken yet. */
    public record Item(SetupStep step, Optional<SetupFact> known, Optional<Completion> completion) {

        public State state() {
            if (completion.isPresent()) {
                return State.DONE;
            }
            return known.isPresent() ? State.OPEN : State.NOT_YET;
        }
    }

    /** Done, to be done, or waiting for a part of the portal that is not there. */
    public enum State {
        DONE,
        OPEN,
        NOT_YET
    }

    public long done() {
        return items.stream().filter(item -> item.state() == State.DONE).count();
    }

    /** The first step that can be taken now. */
    public Optional<Item> next() {
        return items.stream().filter(item -> item.state() == State.OPEN).findFirst();
    }

    /** From the tenant's creation to the first step that is use and not preparation. */
    public Optional<Duration> timeToFirstValue() {
        return items.stream()
                .filter(item -> item.step().isFirstValue())
                .flatMap(item -> item.completion().stream())
                .map(Completion::at)
                .min(Instant::compareTo)
                .map(at -> Duration.between(tenant.createdAt(), at));
    }
}
