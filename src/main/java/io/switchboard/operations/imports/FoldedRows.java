package io.switchboard.operations.imports;

import io.switchboard.operations.imports.documents.UnreadableFile;
import io.switchboard.operations.imports.format.CsvRow;
import io.switchboard.operations.imports.format.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of which several rows make one: all rows of a key, wherever in the file they stand, are read as one at the place of the first. Rows without a key, or not as wide as the header,
 * stand for themselves. All of the file's mapped cells are held while it is read, so a limit stands before that.
 */
final class FoldedRows implements RowSource {

    private static final int MOST = 300_000;

    private record Group(CsvRow first, boolean alone, List<CsvRow> rows) {}

    private final CsvTable table;
    private final RowReader reader;
    private final ImportTarget.Fold fold;
    private final Iterator<Group> groups;
    private final Optional<String> note;

    FoldedRows(CsvTable table, RowReader reader, ImportTarget.Fold fold) {
        this.table = table;
        this.reader = reader;
        this.fold = fold;
        var grouped = new ArrayList<Group>();
        int rows = group(grouped);
        this.groups = grouped.iterator();
        this.note = rows == grouped.size()
                ? Optional.empty()
                : Optional.of("The file's %,d rows make %,d together, which are what is counted here."
                        .formatted(rows, grouped.size()));
    }

    private int group(List<Group> groups) {
        var byKey = new HashMap<String, Group>();
        int read = 0;
        for (; table.hasNext(); read++) {
            if (read == MOST) {
                throw new UnreadableFile(
                        "too-many-rows",
                        "The file has more than " + MOST
                                + " rows, of which several make one. Split it so that all rows of one stay together.");
            }
            add(table.next(), groups, byKey);
        }
        return read;
    }

    private void add(CsvRow row, List<Group> groups, Map<String, Group> byKey) {
        var key = reader.key(row);
        if (key == null || !reader.hasItsWidth(row)) {
            groups.add(new Group(numbered(groups, row), true, List.of(row)));
            return;
        }
        byKey.computeIfAbsent(key, _ -> {
                    var group = new Group(numbered(groups, row), false, new ArrayList<>());
                    groups.add(group);
                    return group;
                })
                .rows()
                .add(row);
    }

    private static CsvRow numbered(List<Group> groups, CsvRow first) {
        return new CsvRow(groups.size() + 1, first.line(), first.cells());
    }

    @Override
    public Optional<String> note() {
        return note;
    }

    @Override
    public boolean hasNext() {
        return groups.hasNext();
    }

    @Override
    public FileRow next() {
        var group = groups.next();
        if (group.alone()) {
            return reader.read(group.first());
        }
        var rows = group.rows().stream().map(reader::texts).toList();
        return reader.outcome(group.first(), fold.fold(String.valueOf(reader.key(group.first())), rows));
    }

    @Override
    public void close() {
        table.close();
    }
}
