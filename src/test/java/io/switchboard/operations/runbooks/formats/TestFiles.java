package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.Outline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files as an import reads them: recognised, looked through, and then their rows. */
final class TestFiles {

    private TestFiles() {}

    static List<DocumentRow> rows(String name, byte[] bytes) {
        var format = format(name, bytes);
        var file = new DocumentFile(name, () -> new ByteArrayInputStream(bytes));
        var columns = List.copyOf(format.outline(file).columns().keySet());
        var rows = new ArrayList<DocumentRow>();
        try (var reader = format.read(file, columns)) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    static List<DocumentRow> yaml(String text) {
        return rows("some.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    static List<DocumentRow> json(String text) {
        return rows("some.json", text.getBytes(StandardCharsets.UTF_8));
    }

    static Outline outline(String name, byte[] bytes) {
        return format(name, bytes).outline(new DocumentFile(name, () -> new ByteArrayInputStream(bytes)));
    }

    private static DocumentFormat format(String name, byte[] bytes) {
        var head = new FileHead(name, Arrays.copyOf(bytes, Math.min(bytes.length, FileHead.BYTES)));
        return RunbookFormat.all().stream()
                .filter(format -> format.recognises(head))
                .findFirst()
                .orElseThrow();
    }
}
