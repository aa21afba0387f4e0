package io.switchboard.operations.incidents;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Medians over incidents, {@code incidents} of them: MTTA from opened to acknowledged, MTTM from opened to mitigated, MTTR from opened to resolved. Each counts the incidents that came so far and
 * says how many those are.
 */
public record ResponseTimes(int incidents, Median mtta, Median mttm, Median mttr) {

    /** The lower of the two in the middle; {@code value} is empty where {@code of} is 0. */
    public record Median(Optional<Duration> value, int of) {

        static Median of(List<Duration> durations) {
            var sorted = durations.stream().sorted().toList();
            return new Median(
                    sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2)),
                    sorted.size());
        }
    }

    public static ResponseTimes of(List<Incident> incidents) {
        var responses = incidents.stream().map(Response::of).toList();
        return new ResponseTimes(
                responses.size(),
                median(responses, Response::acknowledged),
                median(responses, Response::mitigated),
                median(responses, Response::resolved));
    }

    private static Median median(List<Response> responses, Function<Response, Optional<Duration>> which) {
        return Median.of(
                responses.stream().flatMap(each -> which.apply(each).stream()).toList());
    }
}
