package io.switchboard.journeys;

import io.switchboard.bench.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** People who click at once, each with a pause after every answer. */
record Crowd<T>(List<T> people, Duration pause) {

    /** What a click of one of them is; {@code number} counts theirs. */
    @FunctionalInterface
    interface Click<T> {

        void by(T person, int number) throws Exception;

        /** What is tidied up in the pause. */
        default void after(T person) throws Exception {}
    }

    /** The nearest rank of all their clicks' seconds. */
    double quantile(double share, int clicks, Click<T> click) throws Exception {
        var all = new Rounds();
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            var each = people.stream()
                    .map(person -> (Callable<Rounds>) () -> clicks(person, clicks, click))
                    .toList();
            for (var rounds : threads.invokeAll(each)) {
                all.add(rounds.get());
            }
        }
        return all.quantile(share);
    }

    private Rounds clicks(T person, int clicks, Click<T> click) throws Exception {
        var rounds = new Rounds();
        for (int i = 0; i < clicks; i++) {
            int number = i;
            rounds.time(() -> click.by(person, number));
            click.after(person);
            LockSupport.parkNanos(pause.toNanos());
        }
        return rounds;
    }
}
