package io.switchboard.operations.imports.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How a file is written: its encoding, the bytes of byte-order mark to skip, and what separates fields (comma, semicolon, TAB or bar). */
public record CsvDialect(Charset encoding, int markBytes, char separator) {

    /** UTF-8 without a mark, with commas. */
    public static final CsvDialect PLAIN = new CsvDialect(StandardCharsets.UTF_8, 0, ',');

    public static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);
    public static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    public CsvDialect withSeparator(char other) {
        return new CsvDialect(encoding, markBytes, other);
    }

    public String separatorName() {
        return nameOf(separator);
    }

    /** By its name, for example {@code semicolon}. */
    public static Optional<Character> separator(String name) {
        return SEPARATORS.stream().filter(each -> nameOf(each).equals(name)).findFirst();
    }

    public static String nameOf(char separator) {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> String.valueOf(separator);
        };
    }
}
