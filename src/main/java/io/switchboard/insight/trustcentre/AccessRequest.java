package io.switchboard.insight.trustcentre;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request for documents and, once something was approved, the grant that it became. {@code requester} is empty for whoever may not know them, and once the record was purged. {@code wantsWatermark} is what the requester asked for, {@code watermarked} what was decided. {@code version} counts its
 * changes, so that of two who decide one is told.
 */
public record AccessRequest(
        AccessId id,
        Optional<Requester> requester,
        List<RequestedDocument> documents,
        boolean wantsWatermark,
        Instant requestedAt,
        Optional<Instant> decidedAt,
        boolean watermarked,
        Optional<Instant> endsAt,
        Optional<Acceptance> accepted,
        Optional<Instant> revokedAt,
        int version) {

    /** How long a request waits for somebody to decide. */
    public static final Duration WAITS = Duration.ofDays(30);

    public AccessRequest {
        documents = List.copyOf(documents);
    }

    /** {@code terms}: which version of them. */
    public record Acceptance(int terms, Instant at) {}

    /** How a request stands. */
    public enum Standing {
        WAITING("waiting"),
        LAPSED("lapsed"),
        REFUSED("refused"),
        TERMS("terms not accepted"),
        OPEN("open"),
        ENDED("ended"),
        REVOKED("revoked");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Nothing follows any more. */
        public boolean isOver() {
            return switch (this) {
                case WAITING, TERMS, OPEN -> false;
                case LAPSED, REFUSED, ENDED, REVOKED -> true;
            };
        }
    }

    /** {@code terms}: the version that is in force. */
    public Standing at(Instant now, int terms) {
        if (revokedAt.isPresent()) {
            return Standing.REVOKED;
        }
        if (decidedAt.isEmpty()) {
            return requestedAt.plus(WAITS).isAfter(now) ? Standing.WAITING : Standing.LAPSED;
        }
        return endsAt.map(end -> granted(end, now, terms)).orElse(Standing.REFUSED);
    }

    private Standing granted(Instant end, Instant now, int terms) {
        if (!end.isAfter(now)) {
            return Standing.ENDED;
        }
        return accepted.filter(it -> it.terms() == terms).isPresent() ? Standing.OPEN : Standing.TERMS;
    }

    public Optional<RequestedDocument> of(TrustDocument document) {
        return documents.stream().filter(it -> it.document() == document).findFirst();
    }

    public int downloads() {
        return documents.stream().mapToInt(RequestedDocument::downloads).sum();
    }

    AccessRequest withoutRequester() {
        return new AccessRequest(
                id,
                Optional.empty(),
                documents,
                wantsWatermark,
                requestedAt,
                decidedAt,
                watermarked,
                endsAt,
                accepted,
                revokedAt,
                version);
    }
}
