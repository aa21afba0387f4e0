package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.IssueState;
import io.switchboard.operations.feedback.Round;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.components.StateTag.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How states, impacts and clocks are said. */
final class FeedbackWords {

    private static final Duration AMBER = Duration.ofHours(24);
    private static final Duration RED = Duration.ofHours(8);
    private static final int START = 80;

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private FeedbackWords() {}

    static StateTag state(IssueState state) {
        return new StateTag(
                switch (state) {
                    case NEW -> Tone.NEUTRAL;
                    case TRIAGED -> Tone.INFO;
                    case MITIGATED, FIXED, VERIFIED -> Tone.SUCCESS;
                    case DECLINED -> Tone.WARNING;
                },
                state.wire());
    }

    static StateTag impact(Impact impact) {
        return new StateTag(
                switch (impact) {
                    case BLOCKS -> Tone.DANGER;
                    case SLOWS -> Tone.WARNING;
                    case IDEA -> Tone.NEUTRAL;
                },
                impact.words());
    }

    static StateTag clock(Round round) {
        return switch (round.verdict()) {
            case RUNNING, SOON -> new StateTag(tone(round.left()), span(round.left()) + " left");
            case BREACHED ->
                new StateTag(Tone.DANGER, "overdue by " + span(round.left().negated()));
            case PAUSED -> new StateTag(Tone.NEUTRAL, "paused, " + span(round.left()) + " left");
            case MET -> new StateTag(Tone.SUCCESS, "in time, " + span(round.left()) + " to spare");
            case MISSED ->
                new StateTag(Tone.WARNING, "late by " + span(round.left().negated()));
            case DROPPED -> new StateTag(Tone.NEUTRAL, "no longer counted");
        };
    }

    private static Tone tone(Duration left) {
        if (left.compareTo(RED) <= 0) {
            return Tone.DANGER;
        }
        return left.compareTo(AMBER) <= 0 ? Tone.WARNING : Tone.INFO;
    }

    static String span(Duration span) {
        return span.toHours() > 0 ? span.toHours() + " h" : span.toMinutes() + " min";
    }

    static String exact(Instant at) {
        return EXACT.format(at);
    }

    /** The beginning of what somebody wrote, on one line, as text. */
    static Span start(String text) {
        var line = text.replaceAll("\\s+", " ");
        return new Span(line.length() <= START ? line : line.substring(0, START) + "…");
    }
}
