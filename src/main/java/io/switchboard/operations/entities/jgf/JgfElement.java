package io.switchboard.operations.entities.jgf;

import io.switchboard.operations.imports.documents.DocumentProblem;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.DocumentRow.Cell;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One node or edge as cells. What has no cell of its own becomes a property, as metadata does; metadata goes first where both have a name. */
final class JgfElement {

    private static final String METADATA = "metadata";

    private final String pointer;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<DocumentProblem> problems = new ArrayList<>();
    private final Map<String, @Nullable Object> left = new TreeMap<>();

    private final boolean isFull;

    private JgfElement(String pointer, Tree.Value value, boolean isFull) {
        this.pointer = pointer;
        this.isFull = isFull;
        if (value.isTooLarge()) {
            problem("", "has more than 64 Ki characters", "Shorten it");
        } else if (value.value() instanceof Map<?, ?> members) {
            members.forEach((name, member) -> left.put((String) name, member));
        } else {
            problem("", "is no JSON object", "Write it as an object");
        }
    }

    /** {@code key} is the name under which the node stands, empty in an array, where its id says it; what is not {@code isFull} says that there are properties, and not which. */
    static DocumentRow node(String pointer, String key, Tree.Value value, boolean isFull) {
        var node = new JgfElement(pointer, value, isFull);
        if (key.isEmpty()) {
            node.take("id", "id");
        } else {
            node.left.remove("id", key);
            node.cells.put("id", new Cell(key, pointer));
        }
        node.take("type", "type");
        node.common();
        return node.row();
    }

    static DocumentRow edge(String pointer, boolean directed, Tree.Value value, boolean isFull) {
        var edge = new JgfElement(pointer, value, isFull);
        edge.take("from", "source");
        edge.take("to", "target");
        edge.cells.putIfAbsent("from", new Cell("", pointer + "/source"));
        edge.cells.putIfAbsent("to", new Cell("", pointer + "/target"));
        edge.take("type", edge.left.containsKey("relation") ? "relation" : "type");
        edge.take("directed", "directed");
        edge.cells.putIfAbsent("directed", new Cell(String.valueOf(directed), pointer));
        edge.common();
        return edge.row();
    }

    private void common() {
        take("title", "label");
        var metadata = left.remove(METADATA);
        if (metadata instanceof Map<?, ?> members) {
            typeOf(members);
            members.forEach((name, member) -> left.put((String) name, member));
            Optional.ofNullable(cells.get("type")).ifPresent(type -> left.remove("type", type.text()));
        } else if (metadata != null) {
            left.put(METADATA, metadata);
        }
        properties();
    }

    /** Many writers have the type of a node in its metadata, where the format has no other place for it. */
    private void typeOf(Map<?, ?> metadata) {
        if (!cells.containsKey("type") && metadata.get("type") instanceof String type) {
            cells.put("type", new Cell(type, pointer + "/" + METADATA + "/type"));
        }
    }

    private void take(String column, String member) {
        switch (left.remove(member)) {
            case null -> {}
            case String text -> cells.put(column, new Cell(text, pointer + "/" + member));
            case Boolean truth -> cells.put(column, new Cell(truth.toString(), pointer + "/" + member));
            case Number number -> cells.put(column, new Cell(number.toString(), pointer + "/" + member));
            default -> problem("/" + member, "is no text", "Write it as a text");
        }
    }

    private void properties() {
        if (left.isEmpty()) {
            return;
        }
        if (!isFull) {
            cells.put("properties", new Cell("", pointer + "/" + METADATA));
            return;
        }
        try {
            cells.put(
                    "properties",
                    new Cell(new String(CanonicalJson.of(left), StandardCharsets.UTF_8), pointer + "/" + METADATA));
        } catch (IllegalArgumentException e) {
            problem(
                    "/" + METADATA,
                    "has a number beyond ±(2^53 − 1), or a text that is none",
                    "Write the number as text");
        }
    }

    private void problem(String where, String what, String fix) {
        problems.add(new DocumentProblem(
                pointer + where, "E-509", (where.isEmpty() ? "The entry " : "The value ") + what, fix));
    }

    private DocumentRow row() {
        return new DocumentRow.Read(pointer, cells, problems);
    }
}
