package io.switchboard.insight.trustreports;

import java.time.Instant;

/** What a report speaks of: a week, up to its end or, before that, up to the moment at which the report was made. */
record Span(Week week, Instant asOf) {

    Instant from() {
        return week.from();
    }

    Instant until() {
        return isInterim() ? asOf : week.until();
    }

    boolean isInterim() {
        return !week.isOver(asOf);
    }

    /** The whole week before. */
    Span before() {
        return new Span(week.previous(), asOf);
    }
}
