package io.switchboard.operations.imports.format;

import java.nio.charset.Charset;

/** How a file is written: its encoding, the bytes of byte-order mark to skip, and what separates fields (comma, semicolon, TAB or bar). */
public record CsvDialect(Charset encoding, int markBytes, char separator) {

    public CsvDialect withSeparator(char other) {
        return new CsvDialect(encoding, markBytes, other);
    }

    public String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> String.valueOf(separator);
        };
    }
}
