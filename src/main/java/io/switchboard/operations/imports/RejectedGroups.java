package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvRow;
import io.switchboard.operations.imports.format.CsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** All rows of the file that make up something rejected, where several rows make one. */
final class RejectedGroups implements Rejected {

    private final CsvTable table;
    private final int keyPosition;
    private final Map<String, PlannedChange.Reject> byKey = new HashMap<>();
    private final Map<Place, PlannedChange.Reject> byPlace = new HashMap<>();
    private @Nullable Pair next;

    /** {@code keyColumn} is the header of the key's column; {@code after} answers the next rejects after a row's number, none at the end. */
    RejectedGroups(CsvTable table, String keyColumn, IntFunction<List<PlannedChange.Reject>> after) {
        this.table = table;
        this.keyPosition = table.header().indexOf(keyColumn);
        for (var page = after.apply(0);
                !page.isEmpty();
                page = after.apply(page.getLast().row())) {
            page.forEach(this::remember);
        }
        next = advance();
    }

    private void remember(PlannedChange.Reject reject) {
        byPlace.put(reject.place(), reject);
        if (!reject.key().isEmpty()) {
            byKey.put(reject.key(), reject);
        }
    }

    private @Nullable Pair advance() {
        while (table.hasNext()) {
            var row = table.next();
            var reject = reject(row);
            if (reject != null) {
                return new Pair(row, reject);
            }
        }
        return null;
    }

    /** A row as wide as the header belongs to its key; another one stands for itself. */
    private PlannedChange.@Nullable Reject reject(CsvRow row) {
        boolean grouped = row.cells().size() == table.header().size()
                && byKey.containsKey(row.cells().get(keyPosition).strip());
        return grouped ? byKey.get(row.cells().get(keyPosition).strip()) : byPlace.get(new Place.Line(row.line()));
    }

    @Override
    public List<String> header() {
        return table.header();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Pair next() {
        var found = next;
        if (found == null) {
            throw new NoSuchElementException("no more rejected rows");
        }
        next = advance();
        return found;
    }

    @Override
    public void close() {
        table.close();
    }
}
