package io.switchboard.operations.imports.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A CSV file (RFC 4180) read as a stream: a header, then rows in order. Memory does not grow with the file. What cannot be read throws
 * {@link UnreadableFile}, from {@link #open} or while rows are read; rows of another width than the header are the caller's to judge.
 */
public final class CsvTable implements Iterator<CsvRow>, AutoCloseable {

    private final CloseableIterator<CsvRecord> records;
    private final CsvLimits limits;
    private final List<String> header;
    private int number;

    private CsvTable(CloseableIterator<CsvRecord> records, CsvLimits limits) {
        this.records = records;
        this.limits = limits;
        this.header = readHeader();
    }

    public static CsvTable open(InputStream bytes, CsvDialect dialect, CsvLimits limits) {
        try {
            bytes.skipNBytes(dialect.markBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The stored file ended inside its byte-order mark", e);
        }
        var handler = CsvRecordHandler.of(fields -> fields.maxFields(10_000)
                .maxFieldSize(limits.fieldCharacters() + 1)
                .maxRecordSize(16 << 20));
        var reader = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler, new InputStreamReader(bytes, decoder(dialect.encoding())));
        return new CsvTable(reader.iterator(), limits);
    }

    /** Bytes that are no text in a Unicode encoding are an error; the single-byte encodings read every byte. */
    private static CharsetDecoder decoder(Charset encoding) {
        var strict = encoding.name().startsWith("UTF") ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return encoding.newDecoder().onMalformedInput(strict).onUnmappableCharacter(strict);
    }

    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return guarded(records::hasNext);
    }

    @Override
    public CsvRow next() {
        var row = guarded(records::next);
        if (++number > limits.rows()) {
            throw new UnreadableFile(
                    "too-many-rows",
                    "The file has more than " + limits.rows()
                            + " rows, the most one import takes. Split it and import the parts.");
        }
        return new CsvRow(number, row.getStartingLineNumber(), row.getFields());
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be closed", e);
        }
    }

    private List<String> readHeader() {
        if (!hasNext()) {
            throw new UnreadableFile("empty-file", "The file has no header line. Add one that names the columns.");
        }
        var cells =
                guarded(records::next).getFields().stream().map(String::strip).toList();
        if (cells.size() > limits.columns()) {
            throw new UnreadableFile(
                    "too-many-columns",
                    "The file has " + cells.size() + " columns; an import takes at most " + limits.columns()
                            + ". Remove columns that are not needed, or check the delimiter.");
        }
        return cells;
    }

    private <T> T guarded(java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (NoSuchElementException e) {
            throw e;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private UnreadableFile unreadable(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFile(
                        "bad-encoding",
                        "After row " + number
                                + " the file has bytes that are no text in the chosen encoding. Choose another encoding.");
            }
        }
        if (e instanceof UncheckedIOException broken && !(e.getCause() instanceof CharacterCodingException)) {
            throw broken;
        }
        return new UnreadableFile(
                "malformed-csv",
                "After row " + number + " the file stops being CSV: " + reason(e)
                        + ". A quote that is never closed or a field of more than " + limits.fieldCharacters()
                        + " characters is the usual cause. Correct that row and upload again.");
    }

    private static String reason(Throwable e) {
        var deepest = e;
        while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
