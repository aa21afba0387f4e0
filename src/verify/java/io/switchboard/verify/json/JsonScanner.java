package io.switchboard.verify.json;

import java.util.Optional;

/** The characters of a JSON text, taken one token at a time. It sees on the way whether the text is in canonical form. */
final class JsonScanner {

    private final String text;
    private final boolean plain;
    private int at;
    private boolean loose;
    private boolean escaped;

    /** {@code plain} text has neither backslashes nor control characters, so that its strings end at the next quote. */
    JsonScanner(String text, boolean plain) {
        this.text = text;
        this.plain = plain;
    }

    MalformedJson malformed(String what) {
        return new MalformedJson(what + " at character " + at);
    }

    /** The next character that is not white space, not taken yet; 0 at the end. */
    char next() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
            loose = true;
        }
        return peek();
    }

    /** Notes that something was read which canonical form (RFC 8785) writes otherwise. */
    void loosen() {
        loose = true;
    }

    /** Whether all that was read is in canonical form; absent where only writing it can tell, since there were escapes. */
    Optional<Boolean> isCanonical() {
        return escaped && !loose ? Optional.empty() : Optional.of(!loose);
    }

    void end() throws MalformedJson {
        next();
        if (at < text.length()) {
            throw malformed("more than one value");
        }
    }

    void take(char wanted) throws MalformedJson {
        if (!takeIf(wanted)) {
            throw malformed("expected '" + wanted + "'");
        }
    }

    boolean takeIf(char wanted) {
        boolean there = next() == wanted && at < text.length();
        at += there ? 1 : 0;
        return there;
    }

    void word(String word) throws MalformedJson {
        if (!text.startsWith(word, at)) {
            throw malformed("expected a value");
        }
        at += word.length();
    }

    /** A string, its quotes included in the input and not in the result. */
    String text() throws MalformedJson {
        int start = ++at;
        if (plain) {
            at = Math.max(at, text.indexOf('"', at));
        }
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        return textWithEscapes(start);
    }

    private String textWithEscapes(int start) throws MalformedJson {
        escaped = true;
        var out = new StringBuilder(text.substring(start, at));
        while (peek() != '"') {
            char c = peek();
            if (c < ' ') {
                throw malformed(at < text.length() ? "a control character in a string" : "a string without end");
            }
            at++;
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        requireWholeCharacters(out);
        return out.toString();
    }

    private char escape() throws MalformedJson {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw malformed("an unknown escape");
        };
    }

    private char hex() throws MalformedJson {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw malformed("an escape without four hex digits");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private void requireWholeCharacters(StringBuilder out) throws MalformedJson {
        boolean lone = out.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (lone) {
            throw malformed("a lone surrogate");
        }
    }

    double number() throws MalformedJson {
        int start = at;
        at += peek() == '-' ? 1 : 0;
        int first = at;
        digits();
        if (text.charAt(first) == '0' && at > first + 1) {
            throw malformed("a number with a leading zero");
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        exponent();
        String literal = text.substring(start, at);
        double value = inRange(Double.parseDouble(literal));
        loose |= !literal.equals(EcmaScriptNumber.of(value));
        return value;
    }

    private void exponent() throws MalformedJson {
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            digits();
        }
    }

    private void digits() throws MalformedJson {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("expected a value");
        }
    }

    private double inRange(double value) throws MalformedJson {
        if (Double.isInfinite(value)) {
            throw malformed("a number outside the double range");
        }
        return value;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** What a string may hold as it stands, surrogates apart, which the UTF-8 decoder has paired. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
