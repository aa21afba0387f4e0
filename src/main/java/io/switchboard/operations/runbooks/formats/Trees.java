package io.switchboard.operations.runbooks.formats;

import java.util.Iterator;

/** The documents of a file, one after the other. */
interface Trees extends Iterator<Tree>, AutoCloseable {

    @Override
    void close();
}
