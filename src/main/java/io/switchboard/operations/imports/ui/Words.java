package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.html.Span;
import io.switchboard.operations.imports.ImportCounts;
import io.switchboard.operations.imports.ImportKinds.Kind;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.Place;
import io.switchboard.platform.components.Counts;
import io.switchboard.platform.components.StateTag;
import java.text.NumberFormat;
import java.util.Locale;

/** How an import's status, counts and kind are called on screen. */
final class Words {

    private static final int BRIEF = 160;

    private Words() {}

    /** A status in a list of choices. */
    static String word(ImportStatus status) {
        return switch (status) {
            case PLANNING -> "dry run under way";
            case UPLOADED, PLANNED, COMMITTING, COMMITTED, STALE, EXPIRED, FAILED, DISCARDED -> status.word();
        };
    }

    static StateTag status(ImportStatus status) {
        return switch (status) {
            case UPLOADED -> new StateTag(StateTag.Tone.NEUTRAL, "draft");
            case PLANNING -> new StateTag(StateTag.Tone.INFO, "dry run under way");
            case PLANNED -> new StateTag(StateTag.Tone.INFO, "planned");
            case COMMITTING -> new StateTag(StateTag.Tone.INFO, "committing");
            case COMMITTED -> new StateTag(StateTag.Tone.SUCCESS, "committed");
            case STALE -> new StateTag(StateTag.Tone.WARNING, "stale");
            case EXPIRED -> new StateTag(StateTag.Tone.WARNING, "expired");
            case FAILED -> new StateTag(StateTag.Tone.DANGER, "failed");
            case DISCARDED -> new StateTag(StateTag.Tone.NEUTRAL, "discarded");
        };
    }

    static Counts counts(ImportCounts counts) {
        var bar = new Counts()
                .with(StateTag.Tone.SUCCESS, counts.create(), "create")
                .with(StateTag.Tone.INFO, counts.update(), "update");
        if (counts.remove() > 0) {
            bar.with(StateTag.Tone.WARNING, counts.remove(), "remove");
        }
        bar.with(StateTag.Tone.WARNING, counts.held(), "held")
                .with(StateTag.Tone.WARNING, counts.conflict(), "conflict")
                .with(StateTag.Tone.DANGER, counts.reject(), "reject")
                .with(StateTag.Tone.NEUTRAL, counts.unchanged(), "unchanged");
        bar.getElement().setAttribute("aria-label", "Rows of the file by what happens to them");
        return bar;
    }

    /** The file and where its rows go. */
    static String title(ImportPlan plan) {
        return file(plan) + " → " + kind(plan);
    }

    /** What an import brought, or whose undoing it is. */
    static String file(ImportPlan plan) {
        return plan.reverts().isPresent()
                ? "Revert of " + plan.source().name()
                : plan.source().name();
    }

    static String kind(ImportPlan plan) {
        return capital(plan.kind());
    }

    static String kind(Kind kind) {
        return capital(kind.words().many());
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }

    /** What fits into a row; unfolding it shows all. */
    static String brief(String text) {
        var line = text.lines().findFirst().orElse("");
        var start = line.length() > BRIEF ? line.substring(0, line.offsetByCodePoints(0, BRIEF / 2)) : line;
        return start.length() == text.length() ? text : start + " … (" + number(text.length()) + " characters)";
    }

    static boolean isBrief(String text) {
        return text.length() <= BRIEF && text.lines().count() <= 1;
    }

    static String place(Place place) {
        return switch (place) {
            case Place.Line(long line) -> "line " + number(line);
            case Place.Pointer(var pointer) -> pointer.isEmpty() ? "the whole document" : pointer;
        };
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    static String number(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Text that is told apart by its place and not read out as such, in a style of imports.css. */
    static Span styled(String style, String text) {
        var span = new Span(text);
        span.addClassName(style);
        return span;
    }
}
