package io.switchboard.operations.imports;

import java.util.List;

/** Brings pages of staged rows into their table, a few at a time. */
interface RowWriter {

    void write(ImportPlan plan, List<RowPage> pages);
}
