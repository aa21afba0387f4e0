package io.switchboard.operations.runs;

import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import java.time.Duration;
import java.util.Optional;

/** Lengths of time as runbooks write them, a month at most. */
final class Pauses {

    private static final Duration LONGEST = Duration.ofDays(31);

    private Pauses() {}

    /** Empty for what is none. */
    static Optional<Duration> parse(String text) {
        if (!text.matches("[0-9]{1,9}(ms|s|m|h|d)")) {
            return Optional.empty();
        }
        var unit = text.replaceAll("[0-9]", "");
        long number = Long.parseLong(text.substring(0, text.length() - unit.length()));
        var length = switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return Optional.of(length).filter(each -> each.compareTo(LONGEST) <= 0);
    }

    /** Before a step that failed is tried again. */
    static Optional<Duration> before(Step step) {
        return Optional.ofNullable(step.object("retry").get("wait"))
                .map(String::valueOf)
                .flatMap(Pauses::parse);
    }
}
