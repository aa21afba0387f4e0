package io.switchboard.operations.entities.jgf;

import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.JsonPull;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonToken;

/** What a file says about its graphs as wholes, read before their elements, since it may stand behind them: whether edges that say nothing are directed. */
final class JgfGraphs {

    static final int LONGEST_TEXT = 64 << 10;

    private static final Set<String> ELEMENTS = Set.of("nodes", "edges", "hyperedges", "directed");

    private final List<Boolean> directed = new ArrayList<>();
    private final Set<String> notImported = new TreeSet<>();
    private boolean isGraph;

    private JgfGraphs() {}

    static JgfGraphs of(DocumentFile file) {
        var graphs = new JgfGraphs();
        try (var json = JsonPull.open(file.open(), LONGEST_TEXT)) {
            if (json.within() == JsonToken.START_OBJECT) {
                graphs.root(json);
            }
        }
        if (!graphs.isGraph) {
            throw new UnreadableFile(
                    "not-a-graph",
                    "The file is JSON and no graph: at its top there is neither “graph” nor “graphs”. Write it in JSON Graph Format.");
        }
        return graphs;
    }

    boolean isDirected(int graph) {
        return directed.get(graph);
    }

    boolean areSeveral() {
        return directed.size() > 1;
    }

    /** Members beside nodes and edges that nothing takes. */
    List<String> notImported() {
        return List.copyOf(notImported);
    }

    private void root(JsonPull json) {
        while (json.within() == JsonToken.PROPERTY_NAME) {
            var name = json.name();
            var value = json.within();
            if (name.equals("graph") && value == JsonToken.START_OBJECT) {
                isGraph = true;
                graph(json, "/graph/");
            } else if (name.equals("graphs") && value == JsonToken.START_ARRAY) {
                isGraph = true;
                list(json);
            } else {
                notImported.add("/" + name);
                json.skip();
            }
        }
        json.requireEnd();
    }

    private void list(JsonPull json) {
        for (var next = json.within(); next != JsonToken.END_ARRAY; next = json.within()) {
            if (next == JsonToken.START_OBJECT) {
                graph(json, "/graphs/*/");
            } else {
                directed.add(true);
                json.skip();
            }
        }
    }

    private void graph(JsonPull json, String path) {
        boolean isDirected = true;
        while (json.within() == JsonToken.PROPERTY_NAME) {
            var name = json.name();
            var value = json.within();
            if (name.equals("directed")) {
                isDirected = value != JsonToken.VALUE_FALSE;
            } else if (!ELEMENTS.contains(name) && notImported.size() < 50) {
                notImported.add(path + name);
            }
            json.skip();
        }
        directed.add(isDirected);
    }
}
