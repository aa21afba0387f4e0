package io.switchboard.operations.imports.format;

/** What a file may be at most: bytes, columns, characters in one field, and rows below the header. Checked while reading, never after. */
public record CsvLimits(long bytes, int columns, int fieldCharacters, int rows) {

    public static CsvLimits defaults() {
        return new CsvLimits(200L << 20, 200, 64 << 10, 1_000_000);
    }
}
