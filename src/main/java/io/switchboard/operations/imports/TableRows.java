package io.switchboard.operations.imports;

import io.switchboard.operations.imports.format.CsvTable;

/** Rows of a table. */
record TableRows(CsvTable table, RowReader reader) implements RowSource {

    @Override
    public boolean hasNext() {
        return table.hasNext();
    }

    @Override
    public FileRow next() {
        return reader.read(table.next());
    }

    @Override
    public void close() {
        table.close();
    }
}
