package io.switchboard.operations.imports.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;

/** Recognises the delimiter from a file's beginning: the one under which most rows are as wide as the header, the wider header on a tie. */
public final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 50;

    private Delimiters() {}

    public static char recognise(String head) {
        char best = ',';
        double score = 0;
        for (char candidate : CANDIDATES) {
            double its = score(head, candidate);
            if (its > score) {
                best = candidate;
                score = its;
            }
        }
        return best;
    }

    private static double score(String head, char separator) {
        var rows = rows(head, separator);
        if (rows.isEmpty() || rows.getFirst().getFieldCount() < 2) {
            return 0;
        }
        int width = rows.getFirst().getFieldCount();
        long same = rows.stream().filter(row -> row.getFieldCount() == width).count();
        return (double) same / rows.size() + Math.min(width, 1000) / 10_000.0;
    }

    private static List<CsvRecord> rows(String head, char separator) {
        var rows = new ArrayList<CsvRecord>();
        var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .build(CsvRecordHandler.of(fields -> fields.maxFields(10_000)), head);
        try (var records = reader.iterator()) {
            while (records.hasNext() && rows.size() < ROWS) {
                rows.add(records.next());
            }
        } catch (CsvParseException | java.io.IOException e) {
            return rows;
        }
        return rows;
    }
}
