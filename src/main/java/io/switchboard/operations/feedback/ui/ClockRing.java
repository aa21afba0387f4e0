package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.html.Div;
import io.switchboard.operations.feedback.Round;
import io.switchboard.operations.feedback.SlaClock;
import java.time.Duration;
import java.util.Locale;

/** What is left of an issue's 72 hours, as a ring that empties. A picture of what the tag beside it says in words, so it is silent itself. */
final class ClockRing extends Div {

    private static final long serialVersionUID = 1L;

    ClockRing(Round round) {
        addClassNames(
                "clock-ring", "clock-ring-" + FeedbackWords.tone(round).name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("aria-hidden", "true");
        getStyle().set("--left", percent(round.left()) + "%");
        setText(hours(round.left()));
    }

    private static long percent(Duration left) {
        return left.isNegative() ? 0 : 100 * left.toMinutes() / SlaClock.LIMIT.toMinutes();
    }

    private static String hours(Duration left) {
        return (left.isNegative() ? "−" : "") + FeedbackWords.span(left.abs());
    }
}
