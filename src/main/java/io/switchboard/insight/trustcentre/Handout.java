package io.switchboard.insight.trustcentre;

import io.switchboard.platform.documents.Watermark;
import java.util.Optional;
import java.util.Set;

/** How what is handed out differs from its original: by a watermark, by the ids of sections that it withholds, or not at all. */
record Handout(Optional<Watermark> watermark, Set<String> withheld) {

    static final Handout AS_IT_IS = new Handout(Optional.empty(), Set.of());

    Handout {
        withheld = Set.copyOf(withheld);
    }

    /** For whom the copies of a request are, in one line; its id stays whole, however the company is called. */
    static Watermark mark(AccessRequest request) {
        var end = ", " + request.id();
        return request.requester()
                .map(it -> "Copy for " + it.company())
                .map(words -> shortened(words, Watermark.LONGEST - end.length()) + end)
                .filter(words -> Watermark.problem(words).isEmpty())
                .map(Watermark::new)
                .orElseGet(() -> new Watermark("Copy for " + request.id()));
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
