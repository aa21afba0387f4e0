package io.switchboard.operations.imports;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.DocumentReader;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.DocumentRow.Cell;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.JsonLeaves;
import io.switchboard.operations.imports.documents.JsonPull;
import io.switchboard.operations.imports.documents.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonToken;

/** A kind that comes in documents only and has a long field: a JSON array of pairs, title and text. */
final class TestNotes implements ImportTarget {

    static final String TABLE = """
            CREATE TABLE note (tenant_id VARCHAR(20) NOT NULL, note_id VARCHAR(44) NOT NULL, title VARCHAR(128) NOT NULL, body LONGTEXT NULL,
                version INT NOT NULL, created_at DATETIME(6) NOT NULL, updated_at DATETIME(6) NOT NULL, PRIMARY KEY (tenant_id, note_id))""";

    @Override
    public String kind() {
        return "notes";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("title", true, List.of()), new Column("body", false, List.of()));
    }

    @Override
    public TargetTable table() {
        return new TargetTable(
                "note",
                "note_id",
                "title",
                List.of("body"),
                Set.of("body"),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<DocumentFormat> documents() {
        return List.of(new Pairs());
    }

    @Override
    public boolean takesTables() {
        return false;
    }

    @Override
    public String newId() {
        return "n" + UUID.randomUUID();
    }

    @Override
    public Function<Map<String, String>, Checked> checks(TenantId tenant) {
        return cells -> new Checked.Valid(Map.of("body", Optional.of(cells.getOrDefault("body", ""))));
    }

    private static final class Pairs implements DocumentFormat {

        @Override
        public String id() {
            return "pairs";
        }

        @Override
        public String title() {
            return "Pairs (JSON)";
        }

        @Override
        public boolean recognises(FileHead head) {
            return head.text().startsWith("[");
        }

        @Override
        public Outline outline(DocumentFile file) {
            return new Outline(Map.of("title", "first", "body", "second"), List.of(), List.of());
        }

        @Override
        public DocumentReader read(DocumentFile file, List<String> columns) {
            var rows = new ArrayList<DocumentRow>();
            try (var json = JsonPull.open(file.open(), 1 << 20)) {
                json.within();
                for (var token = json.within(); token != JsonToken.END_ARRAY; token = json.within()) {
                    var pair = JsonLeaves.read(json, token);
                    var cells = new LinkedHashMap<String, Cell>();
                    cells.put("title", new Cell(pair.at("/0").orElseThrow().text(), "/0"));
                    cells.put("body", new Cell(pair.at("/1").orElseThrow().text(), "/1"));
                    rows.add(new DocumentRow.Read("/" + rows.size(), cells, List.of()));
                }
            }
            var all = rows.iterator();
            return new DocumentReader() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public DocumentRow next() {
                    return all.next();
                }

                @Override
                public void close() {}
            };
        }
    }
}
