package io.switchboard.insight.success;

import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.Completion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** When the tenant was created, since when the steps of its setup are done, and how long the first use took. */
record Activation(Instant created, List<Instant> done, OptionalDouble secondsToFirstValue) {

    static Activation of(Checklist checklist) {
        var done = checklist.items().stream()
                .flatMap(item -> item.completion().stream())
                .map(Completion::at)
                .toList();
        var first = checklist.timeToFirstValue();
        return new Activation(
                checklist.tenant().createdAt(),
                done,
                first.isPresent() ? OptionalDouble.of((double) first.get().toSeconds()) : OptionalDouble.empty());
    }

    /** Of the steps that are done now, those that were at the end of the day. */
    long doneBy(LocalDate day) {
        return done.stream().filter(at -> !Book.day(at).isAfter(day)).count();
    }
}
