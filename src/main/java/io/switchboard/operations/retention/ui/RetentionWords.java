package io.switchboard.operations.retention.ui;

import io.switchboard.operations.retention.Keep;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.PurgeState;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How retention is said. */
final class RetentionWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private RetentionWords() {}

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String records(long number) {
        return number == 1 ? "1 record" : number(number) + " records";
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String span(Optional<Instant> oldest, Optional<Instant> newest) {
        var first = oldest.map(RetentionWords::day).orElse("–");
        var last = newest.map(RetentionWords::day).orElse(first);
        return first.equals(last) ? first : first + " to " + last;
    }

    static String keep(Keep keep, boolean isSet) {
        return isSet ? keep.words() : keep.words() + " (default)";
    }

    static StateTag state(PurgeState state) {
        return new StateTag(
                switch (state) {
                    case RUNNING -> Tone.INFO;
                    case COMPLETE -> Tone.SUCCESS;
                    case LIMIT -> Tone.NEUTRAL;
                    case HELD -> Tone.WARNING;
                    case FAILED -> Tone.DANGER;
                },
                state.words());
    }

    static String left(Purge purge) {
        return purge.state() == PurgeState.RUNNING ? "not known yet" : number(purge.left());
    }
}
