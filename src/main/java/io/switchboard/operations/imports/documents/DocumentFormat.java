package io.switchboard.operations.imports.documents;

import java.util.List;

/**
 * SPI: a format of documents in which rows of a kind come. Nobody maps columns: the format knows which part of a document fills which. Readers check limits
 * (bytes unpacked, depth, aliases, lengths) before they build anything, and throw {@link UnreadableFile} for what cannot be read to its end.
 */
public interface DocumentFormat {

    /** Stored with each import and shown by the API, for example {@code scim}: at most 24 ASCII characters, never {@code csv}. */
    String id();

    /** As a page names it, for example {@code SCIM 2.0 (JSON)}. */
    String title();

    /** Judged by a file's beginning; the first format of a kind that recognises it reads the file. */
    boolean recognises(FileHead head);

    /** Looks through the file before its rows are read, once when it arrives and again before a dry run. */
    Outline outline(DocumentFile file);

    /** The rows in the file's order, whose cells are those of {@code columns}; read as a stream. */
    DocumentReader read(DocumentFile file, List<String> columns);
}
