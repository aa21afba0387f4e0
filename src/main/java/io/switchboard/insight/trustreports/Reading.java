package io.switchboard.insight.trustreports;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a measure came to. Nothing that is unknown is ever a zero. */
sealed interface Reading {

    /** A count. */
    record Count(long value) implements Reading {}

    /** {@code part} of {@code whole}, which is not zero. */
    record Share(long part, long whole) implements Reading {}

    /** A time that something took. */
    record Took(Duration value) implements Reading {}

    /** A word, such as the verdict of a check. */
    record Said(String word) implements Reading {}

    /** There was nothing that could be counted: a median of no incidents. */
    record Nothing() implements Reading {}

    /** Nobody records it. */
    record NotRecorded() implements Reading {}

    static Reading share(long part, long whole) {
        return whole == 0 ? new Nothing() : new Share(part, whole);
    }

    static Reading took(Optional<Duration> value) {
        return value.<Reading>map(Took::new).orElseGet(Nothing::new);
    }

    default String words() {
        return switch (this) {
            case Count(long value) -> String.format(Locale.ENGLISH, "%,d", value);
            case Share(long part, long whole) ->
                String.format(
                        Locale.ENGLISH, "%.1f %% (%,d of %,d)", Math.floor(1000.0 * part / whole) / 10, part, whole);
            case Took(Duration value) -> time(value);
            case Said(String word) -> word;
            case Nothing() -> "none to count";
            case NotRecorded() -> "not recorded";
        };
    }

    /** The number for machines, in counts or seconds; null where there is none. */
    default Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("words", words());
        switch (this) {
            case Count(long value) -> json.put("count", value);
            case Share(long part, long whole) -> {
                json.put("part", part);
                json.put("whole", whole);
            }
            case Took(Duration value) -> json.put("seconds", value.toSeconds());
            case Said _, Nothing _, NotRecorded _ -> {}
        }
        return json;
    }

    private static String time(Duration value) {
        if (value.compareTo(Duration.ofMinutes(1)) < 0) {
            return value.toSeconds() + " s";
        }
        if (value.compareTo(Duration.ofHours(1)) < 0) {
            return value.toMinutes() + " min";
        }
        return value.toDays() > 0
                ? value.toDays() + " d " + value.toHoursPart() + " h"
                : value.toHours() + " h " + value.toMinutesPart() + " min";
    }
}
