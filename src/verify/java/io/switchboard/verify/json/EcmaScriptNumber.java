package io.switchboard.verify.json;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A double as ECMAScript's {@code Number::toString} writes it, which RFC 8785 §3.2.2.3 prescribes. The JDK's {@code Double.toString} gives the
 * shortest digits too, but never fewer than two; the one place where that shows is corrected here.
 */
final class EcmaScriptNumber {

    private EcmaScriptNumber() {}

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return (value < 0 ? "-" : "") + positive(Math.abs(value));
    }

    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        return layOut(digits, digits.length() - shortest.scale());
    }

    /** The fewest digits that read back as {@code value}. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (exact.precision() == 2) {
            BigDecimal one = exact.setScale(exact.scale() - 1, RoundingMode.HALF_EVEN);
            return one.doubleValue() == value ? one.stripTrailingZeros() : exact;
        }
        return exact;
    }

    /** {@code digits} with the decimal point after the first {@code point} of them. */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (point > 21 || point <= -6) {
            return scientific(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= count
                ? digits + "0".repeat(point - count)
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int exponent) {
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
