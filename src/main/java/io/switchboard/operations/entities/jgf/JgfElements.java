package io.switchboard.operations.entities.jgf;

import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentProblem;
import io.switchboard.operations.imports.documents.DocumentReader;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.JsonLeaves;
import io.switchboard.operations.imports.documents.JsonPull;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Nodes and edges of a file one by one, in its order. Where a file has several graphs, what one of them says exactly as another did is passed over. */
final class JgfElements implements DocumentReader {

    /** In what one is between two elements. */
    private enum Within {
        ROOT,
        GRAPHS,
        GRAPH,
        NODES_BY_KEY,
        NODES,
        EDGES,
        HYPEREDGES,
        NOTHING
    }

    private final JsonPull json;
    private final JgfGraphs graphs;
    private final boolean isFull;
    private final Optional<Repetitions> repetitions;
    private Within within = Within.ROOT;
    private boolean isList;
    private int graph = -1;
    private int index;
    private String path = "";
    private @Nullable DocumentRow ahead;

    /** Properties are written only where {@code isFull}, or where repetitions have to be told apart. */
    JgfElements(DocumentFile file, boolean isFull) {
        graphs = JgfGraphs.of(file);
        repetitions = graphs.areSeveral() ? Optional.of(new Repetitions()) : Optional.empty();
        this.isFull = isFull || graphs.areSeveral();
        json = JsonPull.open(file.open(), JgfGraphs.LONGEST_TEXT);
        json.within();
        ahead = read();
    }

    JgfGraphs graphs() {
        return graphs;
    }

    /** How many entries were passed over so far. */
    long repeated() {
        return repetitions.map(Repetitions::count).orElse(0L);
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public DocumentRow next() {
        var row = Optional.ofNullable(ahead).orElseThrow(NoSuchElementException::new);
        ahead = read();
        return row;
    }

    private @Nullable DocumentRow read() {
        while (within != Within.NOTHING) {
            var row = step();
            if (row.isPresent() && !isRepeated(row.get())) {
                return row.get();
            }
        }
        return null;
    }

    private boolean isRepeated(DocumentRow row) {
        return repetitions.filter(seen -> seen.has(row)).isPresent();
    }

    /** Moves on by one member or element, which may be a row. */
    private Optional<DocumentRow> step() {
        var token = json.within();
        return switch (within) {
            case ROOT -> inRoot(token);
            case GRAPHS -> inGraphs(token);
            case GRAPH -> inGraph(token);
            case NODES_BY_KEY -> nodeByKey(token);
            case NODES, EDGES, HYPEREDGES -> element(token);
            case NOTHING -> Optional.empty();
        };
    }

    private Optional<DocumentRow> inRoot(JsonToken token) {
        if (token == JsonToken.END_OBJECT) {
            json.requireEnd();
            within = Within.NOTHING;
            return Optional.empty();
        }
        var name = json.name();
        var value = json.within();
        if (name.equals("graph") && value == JsonToken.START_OBJECT) {
            enterGraph("/graph", false);
        } else if (name.equals("graphs") && value == JsonToken.START_ARRAY) {
            within = Within.GRAPHS;
        } else {
            json.skip();
        }
        return Optional.empty();
    }

    private Optional<DocumentRow> inGraphs(JsonToken token) {
        if (token == JsonToken.END_ARRAY) {
            within = Within.ROOT;
        } else if (token == JsonToken.START_OBJECT) {
            enterGraph("/graphs/" + (graph + 1), true);
        } else {
            json.skip();
            return rejected("/graphs/" + ++graph, "The entry is no JSON object", "Write a graph there, or nothing");
        }
        return Optional.empty();
    }

    private void enterGraph(String pointer, boolean ofList) {
        graph++;
        isList = ofList;
        path = pointer;
        within = Within.GRAPH;
    }

    private Optional<DocumentRow> inGraph(JsonToken token) {
        if (token == JsonToken.END_OBJECT) {
            within = isList ? Within.GRAPHS : Within.ROOT;
            return Optional.empty();
        }
        var name = json.name();
        var value = json.within();
        index = 0;
        if (name.equals("nodes") && value == JsonToken.START_OBJECT) {
            within = Within.NODES_BY_KEY;
        } else if (List.of("nodes", "edges", "hyperedges").contains(name) && value == JsonToken.START_ARRAY) {
            within = name.equals("nodes") ? Within.NODES : name.equals("edges") ? Within.EDGES : Within.HYPEREDGES;
        } else {
            json.skip();
            return isNeitherListNorNothing(name, value)
                    ? rejected(path + "/" + name, "There is no list of " + name + " here", "Write one, or nothing")
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isNeitherListNorNothing(String name, JsonToken value) {
        return List.of("nodes", "edges", "hyperedges").contains(name) && value != JsonToken.VALUE_NULL;
    }

    private Optional<DocumentRow> nodeByKey(JsonToken token) {
        if (token == JsonToken.END_OBJECT) {
            within = Within.GRAPH;
            return Optional.empty();
        }
        var key = json.name();
        var pointer = path + "/nodes/" + JsonLeaves.token(key);
        return Optional.of(JgfElement.node(pointer, key, Tree.read(json, json.within()), isFull));
    }

    private Optional<DocumentRow> element(JsonToken token) {
        if (token == JsonToken.END_ARRAY) {
            within = Within.GRAPH;
            return Optional.empty();
        }
        var value = Tree.read(json, token);
        return switch (within) {
            case NODES -> Optional.of(JgfElement.node(path + "/nodes/" + index++, "", value, isFull));
            case EDGES ->
                Optional.of(JgfElement.edge(path + "/edges/" + index++, graphs.isDirected(graph), value, isFull));
            default ->
                rejected(
                        path + "/hyperedges/" + index++,
                        "An edge between more than two has no equivalent here",
                        "Write an entity for it and an edge to each of them");
        };
    }

    private static Optional<DocumentRow> rejected(String pointer, String message, String fix) {
        return Optional.of(
                new DocumentRow.Rejected(pointer, "", List.of(new DocumentProblem(pointer, "E-510", message, fix))));
    }

    @Override
    public void close() {
        json.close();
    }
}
