package io.switchboard.operations.administration.scim.filter;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The text of a filter, read from left to right: words, signs and JSON values. */
final class Scanner {

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** A run of the characters that attribute names, URIs and operators are made of; a dot ends none but at its very end. */
    String word() {
        blanks();
        int from = at;
        while (at < text.length() && isOfAWord(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw unexpected("an attribute or operator");
        }
        return text.substring(from, at);
    }

    private static boolean isOfAWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ":._-$".indexOf(c) >= 0;
    }

    boolean take(char sign) {
        blanks();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char sign) {
        if (!take(sign)) {
            throw unexpected("“" + sign + "”");
        }
    }

    boolean takeWord(String word) {
        blanks();
        int end = at + word.length();
        boolean there = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !isOfAWord(text.charAt(end)));
        at = there ? end : at;
        return there;
    }

    /** {@code not} is a word of the grammar before a parenthesis only. */
    boolean takeNot() {
        int before = at;
        if (takeWord("not") && take('(')) {
            return true;
        }
        at = before;
        return false;
    }

    void end() {
        blanks();
        if (at < text.length()) {
            throw unexpected("its end");
        }
    }

    /** A string, number or truth value as JSON writes it; empty for {@code null}. */
    Optional<Object> value() {
        blanks();
        if (at < text.length() && text.charAt(at) == '"') {
            return Optional.of(string());
        }
        var word = literal();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "null" -> Optional.empty();
            default -> Optional.of(number(word));
        };
    }

    private String literal() {
        int from = at;
        while (at < text.length() && " )]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private BigDecimal number(String word) {
        if (!word.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            throw unexpected("a value in quotes, a number, true, false or null");
        }
        return new BigDecimal(word);
    }

    private String string() {
        int from = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new SyntaxFault("A value that begins with a quotation mark has no end.");
        }
        return unquoted(text.substring(from, ++at));
    }

    private static String unquoted(String json) {
        try {
            return JsonMapper.shared().readValue(json, String.class);
        } catch (JacksonException e) {
            throw new SyntaxFault("The value " + AttributeName.shown(json) + " is not a JSON string.");
        }
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private SyntaxFault unexpected(String wanted) {
        return new SyntaxFault("At character " + (at + 1) + " there should be " + wanted + ".");
    }
}
