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

    /** A step, who knows it, the fact that completes it, and what excepts the tenant from it; a step that was taken is done, excepted or not. Without anybody who knows it, the step cannot be taken yet. */
    public record Item(
            SetupStep step,
            Optional<SetupFact> known,
            Optional<Completion> completion,
            Optional<SetupException> exception) {

        public State state() {
            if (completion.isPresent()) {
                return State.DONE;
            }
            if (exception.isPresent()) {
                return State.EXCEPTED;
            }
            return known.isPresent() ? State.OPEN : State.NOT_YET;
        }
    }

    /** Done, to be done, not applicable to this tenant, or waiting for a part of the portal that is not there. */
    public enum State {
        DONE,
        OPEN,
        EXCEPTED,
        NOT_YET
    }

    public long done() {
        return count(State.DONE);
    }

    /** Steps that the tenant takes or has taken: all but those that do not apply to it. */
    public long applicable() {
        return items.size() - count(State.EXCEPTED);
    }

    private long count(State state) {
        return items.stream().filter(item -> item.state() == state).count();
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
