package io.switchboard.operations.entities.jgf;

import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.DocumentReader;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.Outline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON Graph Format: a file with {@code graph} or {@code graphs}, whose nodes are an array (version 1) or by key (version 2). */
public final class JgfFormat implements DocumentFormat {

    /** What fills each column, in the order in which pages show them. */
    private static final Map<String, String> MEMBERS = members();

    private static Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("id", "a node's name or id");
        members.put("from", "source");
        members.put("to", "target");
        members.put("type", "relation of an edge, type of a node");
        members.put("title", "label");
        members.put("directed", "directed");
        members.put("properties", "metadata");
        return members;
    }

    @Override
    public String id() {
        return "jgf";
    }

    @Override
    public String title() {
        return "JSON Graph Format";
    }

    @Override
    public boolean recognises(FileHead head) {
        return head.looksLikeJson();
    }

    @Override
    public Outline outline(DocumentFile file) {
        try (var elements = new JgfElements(file, false)) {
            var columns = new HashSet<String>();
            long untyped = 0;
            while (elements.hasNext()) {
                if (elements.next() instanceof DocumentRow.Read row) {
                    columns.addAll(row.cells().keySet());
                    untyped += row.cells().containsKey("type") ? 0 : 1;
                }
            }
            return new Outline(
                    filled(columns), elements.graphs().notImported(), notes(untyped, elements.repeated(), columns));
        }
    }

    private static Map<String, String> filled(Set<String> columns) {
        var filled = new LinkedHashMap<>(MEMBERS);
        filled.keySet().retainAll(columns);
        return filled;
    }

    private static List<String> notes(long untyped, long repeated, Set<String> columns) {
        var notes = new ArrayList<String>();
        if (untyped > 0) {
            notes.add("%,d entries name no type: nodes among them are of type entity, edges of type related."
                    .formatted(untyped));
        }
        if (repeated > 0) {
            notes.add(
                    "%,d entries say exactly what another graph of the file says, and count once.".formatted(repeated));
        }
        if (columns.contains("from")) {
            notes.add("Edges may come in any order and form cycles; one whose end is missing is rejected.");
        }
        return notes;
    }

    @Override
    public DocumentReader read(DocumentFile file, List<String> columns) {
        return new JgfElements(file, true);
    }
}
