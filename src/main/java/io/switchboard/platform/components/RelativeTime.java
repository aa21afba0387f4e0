package io.switchboard.platform.components;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as a person says it ("2 h ago", "in 3 days", "29 Feb 2016"); the exact one, in UTC to the second, on hover and for assistive
 * technology. The text is of the moment the component was made: a view that stays open makes it again.
 */
public final class RelativeTime extends Span {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int OLD = 60;

    public RelativeTime(Instant instant, Clock clock) {
        super(text(instant, Duration.between(instant, clock.instant())));
        addClassName("relative-time");
        var exact = EXACT.format(instant);
        setTitle(exact);
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", getText() + ", " + exact);
        getElement().setAttribute("role", "note");
    }

    /** Nobody counts back hundreds of days: what is older than two months has its day. */
    private static String text(Instant instant, Duration past) {
        return past.toDays() > OLD ? DAY.format(instant) : words(past);
    }

    /** Shared with texts that are not components, such as a sentence in a notification. */
    public static String words(Duration past) {
        var amount = amount(past.abs());
        if (amount.isEmpty()) {
            return "just now";
        }
        return past.isNegative() ? "in " + amount : amount + " ago";
    }

    private static String amount(Duration span) {
        if (span.toSeconds() < 10) {
            return "";
        }
        if (span.toMinutes() < 1) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min";
        }
        return span.toDays() < 2 ? span.toHours() + " h" : span.toDays() + " days";
    }
}
