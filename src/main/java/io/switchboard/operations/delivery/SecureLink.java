package io.switchboard.operations.delivery;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/** A link as its owners see it. */
public record SecureLink(
        LinkId id,
        String name,
        String type,
        long bytes,
        Sha256 digest,
        Instant createdAt,
        Instant expiresAt,
        int mostUses,
        int uses,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt,
        Actor by) {

    /** How a link stands. */
    public enum Standing {
        OPEN("open"),
        USED_UP("used up"),
        EXPIRED("expired"),
        REVOKED("revoked");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The first reason for which it opens nothing any more. */
    public Standing at(Instant now) {
        if (revokedAt.isPresent()) {
            return Standing.REVOKED;
        }
        if (uses >= mostUses) {
            return Standing.USED_UP;
        }
        return expiresAt.isAfter(now) ? Standing.OPEN : Standing.EXPIRED;
    }

    public int usesLeft() {
        return mostUses - uses;
    }
}
