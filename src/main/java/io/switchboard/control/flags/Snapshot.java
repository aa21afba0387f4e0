package io.switchboard.control.flags;

import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All flags and cohorts as they stood after {@code revision} changes. */
public record Snapshot(long revision, SortedMap<FlagKey, Flag> flags, SortedMap<CohortKey, Cohort> cohorts) {

    public static final Snapshot EMPTY = new Snapshot(0, new TreeMap<>(), new TreeMap<>());

    public Snapshot {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
        cohorts = Collections.unmodifiableSortedMap(new TreeMap<>(cohorts));
    }

    static Snapshot of(long revision, Collection<? extends Defined> defined) {
        var flags = new TreeMap<FlagKey, Flag>();
        var cohorts = new TreeMap<CohortKey, Cohort>();
        for (var one : defined) {
            switch (one) {
                case Flag flag -> flags.put(flag.key(), flag);
                case Cohort cohort -> cohorts.put(cohort.key(), cohort);
            }
        }
        return new Snapshot(revision, flags, cohorts);
    }

    /** How everything stood at that time: of what was changed until then, by order of revision, the last of each counts. */
    static Snapshot at(Instant time, Collection<Change> changes) {
        var until = changes.stream()
                .filter(change -> !change.at().isAfter(time))
                .sorted()
                .toList();
        return of(
                until.isEmpty() ? 0 : until.getLast().revision(),
                until.stream().map(Change::after).toList());
    }

    public Optional<Flag> find(FlagKey key) {
        return Optional.ofNullable(flags.get(key));
    }

    /** Empty where there is no such flag. */
    public Optional<Evaluation> evaluate(FlagKey key, TenantId tenant) {
        return find(key).map(flag -> Evaluator.evaluate(flag, context(tenant)));
    }

    FlagContext context(TenantId tenant) {
        Set<CohortKey> in = cohorts.values().stream()
                .filter(cohort -> cohort.tenants().contains(tenant))
                .map(Cohort::key)
                .collect(Collectors.toSet());
        return new FlagContext(tenant, in);
    }
}
