package io.switchboard.insight.success;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Who did something within some days, to the microsecond: a day's row knows when it began and ended, which is enough where the ends of a period lie on different days. */
record Presences(Book book) {

    static final Duration WEEK = Duration.ofDays(7);

    /** People by their ids. {@code from} is inclusive, {@code to} exclusive. */
    Map<String, Page.Presence> between(Instant from, Instant to) {
        var people = new HashMap<String, Page.Presence>();
        book.pages.subMap(Book.day(from), true, Book.day(to), true).values().stream()
                .flatMap(page -> page.people().entrySet().stream())
                .filter(person -> !person.getValue().last().isBefore(from)
                        && person.getValue().first().isBefore(to))
                .forEach(person -> people.merge(person.getKey(), person.getValue(), Page.Presence::and));
        return people;
    }

    /** The last seven times 24 hours. Clocks of nodes differ a little: what is dated later today was done now. */
    Map<String, Page.Presence> inTheWeekTo(Instant now) {
        return between(now.minus(WEEK), Book.day(now).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
