package io.switchboard.insight.trustcentre;

import java.util.Set;

/** A document that was asked for: what was decided about it, why, the ids of its sections that are withheld, and how often it was handed out. */
public record RequestedDocument(
        TrustDocument document, Verdict verdict, String reason, Set<String> withheld, int downloads) {

    public RequestedDocument {
        withheld = Set.copyOf(withheld);
    }
}
