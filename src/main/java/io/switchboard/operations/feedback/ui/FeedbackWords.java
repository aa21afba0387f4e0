package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.Purged;
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
import java.util.Optional;

/** How states, impacts and clocks are said. */
final class FeedbackWords {

    private static final Duration AMBER = Duration.ofHours(24);
    private static final Duration RED = Duration.ofHours(8);
    private static final int START = 80;

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

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
        return new StateTag(tone(round), words(round));
    }

    private static String words(Round round) {
        var left = round.left();
        return switch (round.verdict()) {
            case RUNNING, SOON -> span(left) + " left";
            case BREACHED -> "overdue by " + span(left.abs());
            case PAUSED -> "paused, " + span(left) + " left";
            case MET -> "in time, " + span(left) + " to spare";
            case MISSED -> "late by " + span(left.abs());
            case DROPPED -> "no longer counted";
        };
    }

    static Tone tone(Round round) {
        return switch (round.verdict()) {
            case RUNNING, SOON -> tone(round.left());
            case BREACHED -> Tone.DANGER;
            case MET -> Tone.SUCCESS;
            case MISSED -> Tone.WARNING;
            case PAUSED, DROPPED -> Tone.NEUTRAL;
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

    /** What was said, or that it is gone. */
    static String said(String text, Optional<Purged> purged) {
        return purged.map(gone -> "Purged on " + DAY.format(gone.at()) + " under " + gone.purge() + ". ")
                .orElse(text);
    }

    /** The beginning of what somebody wrote, on one line, as text. */
    static Span start(String text) {
        var line = text.replaceAll("\\s+", " ");
        return new Span(line.length() <= START ? line : line.substring(0, START) + "…");
    }
}
