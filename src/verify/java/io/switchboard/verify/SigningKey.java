package io.switchboard.verify;

import java.time.Instant;
import java.util.Optional;

/** One key of the key set: what it may sign, for which log, and when. Only Ed25519 keys carry the key itself. */
record SigningKey(String id, String use, String log, Instant from, Optional<Instant> until, Optional<Ed25519Key> key) {

    static SigningKey of(Members jwk) throws Refused {
        if (jwk.has("d")) {
            throw new Refused("the key set holds a private key (d)");
        }
        jwk.literal("use", "sig");
        String use = jwk.text("switchboard_use");
        return new SigningKey(
                jwk.text("kid", Forms.KEY_ID),
                use,
                jwk.text("log", Forms.LOG),
                seconds(jwk, "nbf"),
                jwk.has("exp") ? Optional.of(seconds(jwk, "exp")) : Optional.empty(),
                key(jwk, use));
    }

    private static Optional<Ed25519Key> key(Members jwk, String use) throws Refused {
        return switch (use) {
            case "receipt", "log", "webhook" -> Optional.of(Ed25519Key.of(jwk));
            case "document" -> {
                Certificates.requireChain(jwk);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Instant seconds(Members jwk, String name) throws Refused {
        long seconds = jwk.whole(name);
        if (seconds < 0 || seconds > 253_402_300_799L) {
            throw jwk.wrong(name, "is not a time in seconds since 1970");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** Whether {@code at} is inside {@code [nbf, exp)}. */
    boolean validAt(Instant at) {
        return !at.isBefore(from) && (until.isEmpty() || at.isBefore(until.get()));
    }

    /** Refuses another log, or a moment outside {@code [nbf, exp)}. */
    void requireFor(String wantedLog, Instant at) throws Refused {
        if (!log.equals(wantedLog)) {
            throw new Refused("key " + id + " belongs to " + log + ", not to " + wantedLog);
        }
        if (!validAt(at)) {
            String end = until.map(Instant::toString).orElse("open");
            throw new Refused("key " + id + " is valid from " + from + " to " + end + ", which does not include " + at);
        }
    }
}
