package io.switchboard.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

    private static final String TIME = "0000-00-00T00:00:00";
    private static final int MAX_DECIMALS = 9;

    private Forms() {}

    /** RFC 3339, in UTC. */
    static Optional<Instant> time(String text) {
        if (text.length() <= TIME.length() || !isLike(text, TIME) || !text.endsWith("Z")) {
            return Optional.empty();
        }
        int nanos = nanos(text.substring(TIME.length(), text.length() - 1));
        try {
            return nanos < 0 ? Optional.empty() : Optional.of(time(text, nanos));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant time(String text, int nanos) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** Whether {@code text} begins with digits where {@code form} has them, and else with the same characters. */
    private static boolean isLike(String text, String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Of nothing, or of a point and up to nine decimals; -1 of anything else. */
    private static int nanos(String fraction) {
        int decimals = fraction.length() - 1;
        if (fraction.isEmpty()) {
            return 0;
        }
        if (decimals < 1 || decimals > MAX_DECIMALS || !isLike(fraction, ".000000000".substring(0, decimals + 1))) {
            return -1;
        }
        return Integer.parseInt(fraction.substring(1) + "0".repeat(MAX_DECIMALS - decimals));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
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
