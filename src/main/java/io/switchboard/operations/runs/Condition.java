package io.switchboard.operations.runs;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A filled-in condition: two values with a comparison between them, or one word that is true or false. Values that are both numbers are compared as such. */
final class Condition {

    private static final Pattern COMPARISON = Pattern.compile("^(.*?)\\s*(==|!=|<=|>=|<|>)\\s*(.*)$", Pattern.DOTALL);

    private Condition() {}

    /** Empty for what is neither. */
    static Optional<Boolean> holds(String text) {
        if (!Templates.isWhole(text)) {
            return Optional.empty();
        }
        var comparison = COMPARISON.matcher(text.strip());
        if (comparison.matches()) {
            return compared(plain(comparison.group(1)), comparison.group(2), plain(comparison.group(3)));
        }
        return switch (text.strip()) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no", "" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> compared(String one, String how, String other) {
        int order =
                number(one).flatMap(left -> number(other).map(left::compareTo)).orElseGet(() -> one.compareTo(other));
        return Optional.of(
                switch (how) {
                    case "==" -> order == 0;
                    case "!=" -> order != 0;
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                });
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String plain(String text) {
        var stripped = text.strip();
        boolean quoted = stripped.length() >= 2
                && (stripped.startsWith("\"") && stripped.endsWith("\"")
                        || stripped.startsWith("'") && stripped.endsWith("'"));
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
