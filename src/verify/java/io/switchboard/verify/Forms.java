package io.switchboard.verify;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How ids, digests and times look: docs/formats/evidence-bundle.md. */
final class Forms {

    static final Predicate<String> SHA256 = matching("[0-9a-f]{64}");
    static final Predicate<String> SHA256_BASE64URL = matching("[A-Za-z0-9_-]{43}");
    static final Predicate<String> LOG = matching("log_[a-z2-7]{16,40}");
    static final Predicate<String> RECEIPT = matching("rcp_[a-z2-7]{32}");
    static final Predicate<String> DECISION = matching("dec_[a-z2-7]{16,40}");
    static final Predicate<String> NONCE = matching("[A-Za-z0-9_-]{22}|[0-9a-f]{32}");
    static final Predicate<String> ACTOR_TYPE = matching("user|service|playbook|system");
    static final Predicate<String> OPAQUE = matching("[A-Za-z0-9._:-]{1,64}");
    static final Predicate<String> ACTION = matching("[a-z][a-z0-9]{1,30}\\.[a-z][a-z0-9-]{1,50}");
    static final Predicate<String> OUTCOME = matching("allowed|denied|failed|simulated");
    static final Predicate<String> TRACE = matching("(?!0{32})[0-9a-f]{32}");
    static final Predicate<String> TRIGGER = matching("[A-Za-z0-9._:/-]{1,200}");
    static final Predicate<String> KEY_ID = matching("[A-Za-z0-9._:-]{1,128}");

    private static final Predicate<String> TIME =
            matching("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private Forms() {}

    /** RFC 3339, in UTC. */
    static Optional<Instant> time(String text) {
        try {
            return TIME.test(text) ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }
}
