package io.switchboard.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects failures: counts them all, keeps the first {@value #KEPT} to show. */
final class Findings {

    static final int KEPT = 100;

    private final List<Failure> kept = new ArrayList<>();
    private final Map<Check, Long> counts = new EnumMap<>(Check.class);

    void add(Check check, String file, String what) {
        counts.merge(check, 1L, Long::sum);
        if (kept.size() < KEPT) {
            kept.add(new Failure(check, Printable.of(file), Printable.of(what)));
        }
    }

    List<Failure> kept() {
        return List.copyOf(kept);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long total(Check check) {
        return counts.getOrDefault(check, 0L);
    }

    /** Whether every failure so far is of {@code check}; true where there is none. */
    boolean onlyOf(Check check) {
        return total() == total(check);
    }
}
