package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvRow;
import java.util.Iterator;
import java.util.List;

/** Rejected rows as the file has them, in its order. */
interface Rejected extends Iterator<Rejected.Pair>, AutoCloseable {

    /** Of rows that make one together, each stands beside the reject of all of them. */
    record Pair(CsvRow row, PlannedChange.Reject reject) {}

    List<String> header();

    @Override
    void close();
}
