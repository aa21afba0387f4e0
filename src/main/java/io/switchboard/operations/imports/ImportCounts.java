package io.switchboard.operations.imports;

/** Rows by what happens to them. {@code held} rows raise privileges and were not ticked; they are in no other count but {@code read}. */
public record ImportCounts(long read, long create, long update, long unchanged, long reject, long conflict, long held) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);

    public long changes() {
        return create + update;
    }
}
