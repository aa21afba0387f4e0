package io.switchboard.operations.imports;

/** Where a row stands in its file. */
public sealed interface Place {

    /** In a table: the line on which the row starts, from 1. */
    record Line(long line) implements Place {}

    /** In a document: a JSON pointer (RFC 6901), empty for the whole of it. */
    record Pointer(String pointer) implements Place {}
}
