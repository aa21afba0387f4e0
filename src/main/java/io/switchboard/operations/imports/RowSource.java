package io.switchboard.operations.imports;

import java.util.Iterator;
import java.util.Optional;

/** The checked rows of one file as a stream. */
interface RowSource extends Iterator<FileRow>, AutoCloseable {

    /** What a person should know about how the file was read. */
    default Optional<String> note() {
        return Optional.empty();
    }

    @Override
    void close();
}
