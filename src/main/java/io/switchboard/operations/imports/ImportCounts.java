package io.switchboard.operations.imports;

/** Rows by what happens to them; {@code remove} only where an import is reverted. {@code held} rows raise privileges and were not ticked; they are in no other count but {@code read}. */
public record ImportCounts(
        long read, long create, long update, long remove, long unchanged, long reject, long conflict, long held) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Of a file, which removes nothing. */
    public ImportCounts(long read, long create, long update, long unchanged, long reject, long conflict, long held) {
        this(read, create, update, 0, unchanged, reject, conflict, held);
    }

    public long changes() {
        return create + update + remove;
    }
}
