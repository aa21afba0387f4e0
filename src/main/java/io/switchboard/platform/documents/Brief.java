package io.switchboard.platform.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A short document for any purpose: a heading, words, and parts that have words, a table or both. The same brief makes a PDF ({@link #request}) and a page of HTML ({@link BriefPage}). */
public record Brief(
        DocumentBrand brand,
        DocumentProperties properties,
        String intro,
        List<Part> parts,
        String documentId,
        String rootFingerprint) {

    private static final DocumentTemplate TEMPLATE = new DocumentTemplate("documents/brief");

    public Brief {
        parts = List.copyOf(parts);
    }

    /** What stands beside a part's title. */
    public enum Mark {
        FINE("check", "#1B7F4B"),
        LOOK("exclamation", "#8A5A00"),
        OPEN("dash", "#596273");

        private final String sign;
        private final String colour;

        Mark(String sign, String colour) {
            this.sign = sign;
            this.colour = colour;
        }

        String colour() {
            return colour;
        }
    }

    /** How a part stands, in words too: colour alone says nothing. */
    public record State(Mark mark, String words) {}

    /** One line of a table: a name, how it stands, what it says, and an id or digest, empty where there is none. */
    public record Line(String name, String stands, String says, String id) {

        public List<String> cells() {
            return List.of(name, stands, says, id);
        }

        private Map<String, String> fields() {
            return Map.of("cell1", name, "cell2", stands, "cell3", says, "cell4", id);
        }
    }

    /** {@code columns} are the names of a line's four cells. */
    public record Table(List<String> columns, List<Line> lines) {

        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
            if (columns.size() != 4) {
                throw new IllegalArgumentException("a line has four cells, and each has a name");
            }
        }
    }

    public record Part(String title, Optional<State> state, Optional<String> words, Optional<Table> table) {

        public static Part of(String title, String words) {
            return new Part(title, Optional.empty(), Optional.of(words), Optional.empty());
        }

        public static Part of(String title, Table table) {
            return new Part(title, Optional.empty(), Optional.empty(), Optional.of(table));
        }

        public Part standing(Mark mark, String as) {
            return new Part(title, Optional.of(new State(mark, as)), words, table);
        }

        public Part saying(String text) {
            return new Part(title, state, Optional.of(text), table);
        }

        private Map<String, @Nullable Object> row(int number) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("anchor", "part-" + number);
            row.put("title", title);
            row.put("state", state.map(State::words).orElse(null));
            row.put("sign", state.map(it -> it.mark().sign).orElse(null));
            row.put("colour", state.map(it -> it.mark().colour).orElse(null));
            row.put("words", words.orElse(null));
            var lines = table.filter(it -> !it.lines().isEmpty());
            row.put(
                    "rows",
                    lines.map(it -> it.lines().stream().map(Line::fields).toList())
                            .orElse(null));
            for (int column = 0; column < 4; column++) {
                int at = column;
                row.put(
                        "column" + (at + 1),
                        lines.map(it -> it.columns().get(at)).orElse(null));
            }
            return row;
        }
    }

    /** {@code twin} goes along inside the PDF. */
    public DocumentRequest request(DocumentTwin twin) {
        return new DocumentRequest(
                TEMPLATE,
                properties,
                brand,
                Map.of(
                        "tenantName",
                        brand.name(),
                        "heading",
                        properties.title(),
                        "intro",
                        intro,
                        "asOf",
                        properties.issuedAt(),
                        "documentId",
                        documentId,
                        "rootFingerprint",
                        rootFingerprint),
                IntStream.range(0, parts.size())
                        .mapToObj(number -> parts.get(number).row(number + 1))
                        .toList(),
                twin);
    }
}
