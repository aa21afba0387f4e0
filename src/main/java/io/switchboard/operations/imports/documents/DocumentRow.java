package io.switchboard.operations.imports.documents;

import java.util.List;
import java.util.Map;

/** A row and where in its file it stands: a JSON pointer (RFC 6901), empty for the whole document. A file in an archive leads it with its path. */
public sealed interface DocumentRow {

    String pointer();

    List<DocumentProblem> problems();

    /** Cells by column; the kind checks them as it checks a table's. A row with problems of its own is rejected with all of both. */
    record Read(String pointer, Map<String, Cell> cells, List<DocumentProblem> problems) implements DocumentRow {}

    /** Nothing that could become a row; {@code key} is its natural key, empty where it has none. */
    record Rejected(String pointer, String key, List<DocumentProblem> problems) implements DocumentRow {}

    /** A column's text and where it was found, or would be. */
    record Cell(String text, String pointer) {}
}
