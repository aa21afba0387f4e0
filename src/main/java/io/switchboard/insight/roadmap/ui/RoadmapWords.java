package io.switchboard.insight.roadmap.ui;

import io.switchboard.insight.roadmap.Item;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.time.Duration;
import java.util.Locale;

/** How findings and items are said. */
final class RoadmapWords {

    private static final double MICROS_PER_MILLI = 1_000;

    private RoadmapWords() {}

    static StateTag state(Item item) {
        return switch (item.state()) {
            case DRAFT -> new StateTag(Tone.WARNING, "draft");
            case SPEC_READY -> new StateTag(Tone.SUCCESS, "spec ready");
            case DEFERRED -> new StateTag(Tone.NEUTRAL, "deferred");
            case LOCKED -> new StateTag(Tone.INFO, "in " + item.release().orElseThrow());
        };
    }

    /** Times in their names become times in milliseconds. */
    static String number(String name, long value) {
        return name.endsWith("Micros")
                ? milliseconds(Duration.ofNanos(value * 1_000))
                : String.format(Locale.ROOT, "%,d", value);
    }

    private static String milliseconds(Duration duration) {
        double millis = duration.toNanos() / MICROS_PER_MILLI / MICROS_PER_MILLI;
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%,.1f s", millis / 1_000);
    }

    static String heading(String name) {
        return switch (name) {
            case "meanMicros" -> "Mean";
            case "slowestMicros" -> "Slowest";
            case "totalMicros" -> "In all";
            case "rowsExamined" -> "Rows read";
            case "number" -> "Times";
            default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    }
}
