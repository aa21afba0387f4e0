package io.switchboard.verify;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How ids, digests and times look: docs/formats/evidence-bundle.md. What every receipt has many of is checked without a regex. */
final class Forms {

    private static final String DIGITS = "0123456789";
    private static final String HEX = DIGITS + "abcdef";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String BASE32 = LOWER + "234567";
    private static final String WORD = LOWER + LOWER.toUpperCase(Locale.ROOT) + DIGITS + "_-";

    static final Predicate<String> SHA256 = characters(64, 64, HEX);
    static final Predicate<String> SHA256_BASE64URL = characters(43, 43, WORD);
    static final Predicate<String> LOG = prefixed("log_", characters(16, 40, BASE32));
    static final Predicate<String> RECEIPT = prefixed("rcp_", characters(32, 32, BASE32));
    static final Predicate<String> DECISION = prefixed("dec_", characters(16, 40, BASE32));
    static final Predicate<String> NONCE = characters(22, 22, WORD).or(characters(32, 32, HEX));
    static final Predicate<String> ACTOR_TYPE = Set.of("user", "service", "playbook", "system")::contains;
    static final Predicate<String> OPAQUE = characters(1, 64, WORD + ".:");
    static final Predicate<String> ACTION = matching("[a-z][a-z0-9]{1,30}\\.[a-z][a-z0-9-]{1,50}");
    static final Predicate<String> OUTCOME = Set.of("allowed", "denied", "failed", "simulated")::contains;
    static final Predicate<String> TRACE =
            characters(32, 32, HEX).and(characters(32, 32, "0").negate());
    static final Predicate<String> TRIGGER = characters(1, 200, WORD + ".:/");
    static final Predicate<String> KEY_ID = characters(1, 128, WORD + ".:");

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

    private static Predicate<String> prefixed(String prefix, Predicate<String> rest) {
        return text -> text.startsWith(prefix) && rest.test(text.substring(prefix.length()));
    }

    private static Predicate<String> characters(int least, int most, String alphabet) {
        var allowed = new boolean[128];
        alphabet.chars().forEach(c -> allowed[c] = true);
        return text -> text.length() >= least && text.length() <= most && all(text, allowed);
    }

    private static boolean all(String text, boolean[] allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= allowed.length || !allowed[c]) {
                return false;
            }
        }
        return true;
    }
}
