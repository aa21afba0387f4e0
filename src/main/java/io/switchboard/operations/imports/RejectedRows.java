package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvRow;
import io.switchboard.operations.imports.format.CsvTable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.IntFunction;

/** The rejected rows as the file has them, beside their problems: the file and the plan are read side by side, neither as a whole. */
final class RejectedRows implements Rejected {

    private final CsvTable table;
    private final IntFunction<List<PlannedChange.Reject>> after;
    private final Queue<PlannedChange.Reject> page;

    /** {@code after} answers the next rejects after a row's number, none at the end. */
    RejectedRows(CsvTable table, IntFunction<List<PlannedChange.Reject>> after) {
        this.table = table;
        this.after = after;
        this.page = new ArrayDeque<>(after.apply(0));
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public boolean hasNext() {
        return !page.isEmpty();
    }

    @Override
    public Pair next() {
        var reject = page.remove();
        if (page.isEmpty()) {
            page.addAll(after.apply(reject.row()));
        }
        return new Pair(row(reject.row()), reject);
    }

    private CsvRow row(int number) {
        while (table.hasNext()) {
            var row = table.next();
            if (row.number() == number) {
                return row;
            }
        }
        throw new NoSuchElementException("the file has no row " + number);
    }

    @Override
    public void close() {
        table.close();
    }
}
