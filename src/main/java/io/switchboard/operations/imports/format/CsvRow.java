package io.switchboard.operations.imports.format;

import java.util.List;

/** One record below the header: its number from 1, the file's line on which it starts (from 1), and its cells as written. */
public record CsvRow(int number, long line, List<String> cells) {}
