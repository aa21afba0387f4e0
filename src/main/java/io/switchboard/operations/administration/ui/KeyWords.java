package io.switchboard.operations.administration.ui;

import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.signing.KeyOrigin;
import io.switchboard.platform.signing.KeyState;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Keys in the words of the page. */
final class KeyWords {

    static final List<Overlap> OVERLAPS = List.of(
            Overlap.LEAST,
            new Overlap(Duration.ofHours(1)),
            new Overlap(Duration.ofDays(1)),
            new Overlap(Duration.ofDays(7)),
            new Overlap(Duration.ofDays(30)));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private KeyWords() {}

    static String use(KeyUse use) {
        return switch (use) {
            case RECEIPT -> "Receipts";
            case LOG -> "Log";
            case DOCUMENT -> "Documents";
        };
    }

    static StateTag state(KeyState state) {
        return switch (state) {
            case CURRENT -> new StateTag(StateTag.Tone.SUCCESS, "current");
            case OVERLAP -> new StateTag(StateTag.Tone.INFO, "overlap");
            case RETIRED -> new StateTag(StateTag.Tone.NEUTRAL, "retired");
        };
    }

    static String origin(KeyOrigin origin) {
        return switch (origin) {
            case GENERATED -> "made here";
            case BROUGHT -> "brought by the tenant";
        };
    }

    static String overlap(Overlap overlap) {
        var value = overlap.value();
        if (value.toDays() > 0) {
            return value.toDays() == 1 ? "1 day" : value.toDays() + " days";
        }
        return value.toHours() > 0 ? "1 hour" : "1 minute, the shortest: for a key that has leaked";
    }

    static String when(Instant at) {
        return MINUTE.format(at);
    }
}
