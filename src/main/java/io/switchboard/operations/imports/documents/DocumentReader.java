package io.switchboard.operations.imports.documents;

import java.util.Iterator;

/** Rows of one file as a stream. Both methods may throw {@link UnreadableFile}; what is wrong with one row is said in the row. */
public interface DocumentReader extends Iterator<DocumentRow>, AutoCloseable {

    @Override
    void close();
}
