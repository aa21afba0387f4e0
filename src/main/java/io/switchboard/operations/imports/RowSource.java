package io.switchboard.operations.imports;

import java.util.Iterator;

/** The checked rows of one file as a stream. */
interface RowSource extends Iterator<FileRow>, AutoCloseable {

    @Override
    void close();
}
