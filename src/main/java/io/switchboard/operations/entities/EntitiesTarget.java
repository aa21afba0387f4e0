package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.entities.jgf.JgfFormat;
import io.switchboard.operations.imports.ImportTarget;
import io.switchboard.operations.imports.KindWords;
import io.switchboard.operations.imports.TargetTable;
import io.switchboard.operations.imports.documents.DocumentFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Entities and the edges between them from a file: both from one document, or a table of either. Nobody but imports writes them, so there is nothing to guard; an edge refers to the two entities
 * at its ends.
 */
@Component
class EntitiesTarget implements ImportTarget {

    static final String KIND = "entities";
    static final String OTHER_COLUMNS = "other_columns";
    static final String SELF_LOOPS = "self_loops";

    private static final String ALLOWED = "allowed";
    private static final String PROPERTIES = "properties";
    private static final String IGNORED = "ignored";
    private static final TargetTable TABLE = new TargetTable(
            "element",
            "element_id",
            "element_key",
            List.of("from_key", "to_key", "type", "title", "directed", PROPERTIES),
            Set.of(PROPERTIES),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new TargetTable.Extent(
                    2 * (ElementRow.KEY + ElementKey.ARROW.length()) + ElementRow.TYPE, Properties.MOST_CHARACTERS),
            List.of("from_key", "to_key"));

    private final ElementTypes types;

    EntitiesTarget(ElementTypes types) {
        this.types = types;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public KindWords words() {
        return new KindWords(
                "entity or edge",
                "entities and edges",
                "key",
                List.of(
                        "JSON Graph Format (version 1 or 2), with nodes and edges in any order.",
                        "CSV with a header line, of entities (id, type, title) or of edges (from, to, type); headers of Neo4j's bulk import such as :ID and :START_ID are understood.",
                        "An edge is rejected where one of its ends is neither in the file nor here already, so import entities before edges where they are two files.",
                        "An edge that comes twice is rejected; one that leads back to where it comes from is rejected unless you choose otherwise; cycles are kept.",
                        "At most 200 MB, 1,000,000 rows, and 200 types each of entities and edges."),
                Optional.of("whether what the file names exists."),
                Optional.of("Each entity's page shows what is near it."));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("id", false, List.of("key", "nodeid", "entityid", "node", "entity", "vertex", "identifier")),
                new Column(
                        "from", false, List.of("source", "startid", "start", "src", "fromid", "sourceid", "fromkey")),
                new Column("to", false, List.of("target", "endid", "end", "dst", "toid", "targetid", "tokey")),
                new Column("type", false, List.of("kind", "class", "category", "relation", "relationship", "nodetype")),
                new Column("title", false, List.of("name", "label", "displayname", "caption")),
                new Column("directed", false, List.of("isdirected")),
                new Column(PROPERTIES, false, List.of("metadata", "attributes")));
    }

    @Override
    public List<Template> templates() {
        return List.of(
                new Template("entities", List.of("id", "type", "title")),
                new Template("edges", List.of("from", "to", "type", "directed")));
    }

    @Override
    public Map<String, String> suggest(List<String> header) {
        var aliases = header.stream().map(name -> new ColumnName(name).alias()).toList();
        var suggested = new LinkedHashMap<String, String>();
        ImportTarget.super
                .suggest(aliases)
                .forEach((column, alias) -> suggested.put(column, header.get(aliases.indexOf(alias))));
        boolean ofEdges = suggested.containsKey("from") && suggested.containsKey("to");
        suggested.keySet().removeAll(ofEdges ? Set.of("id") : Set.of("from", "to", "directed"));
        return suggested;
    }

    @Override
    public Optional<String> against(Set<String> columns) {
        boolean namesEnds = columns.contains("from") || columns.contains("to");
        if (namesEnds && columns.contains("id")) {
            return Optional.of(
                    "A table is of entities, which have an id, or of edges, which have from and to. Map one or the other; what is not mapped becomes a property.");
        }
        if (namesEnds && !columns.containsAll(Set.of("from", "to"))) {
            return Optional.of("An edge needs both from and to. Map the other one, too.");
        }
        if (!namesEnds && columns.contains("directed")) {
            return Optional.of("Only edges have a direction. Map from and to as well, or leave directed out.");
        }
        return namesEnds || columns.contains("id")
                ? Optional.empty()
                : Optional.of(
                        "No column of the file fills id, which entities need, nor from and to, which edges need. Map them.");
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(
                        SELF_LOOPS,
                        "Edges from an entity to itself",
                        "Write rejected or allowed.",
                        List.of("rejected", ALLOWED),
                        List.of("rejected", ALLOWED)::contains,
                        _ -> "rejected",
                        true),
                new Setting(
                        OTHER_COLUMNS,
                        "Columns that fill no field",
                        "Write properties, which replace those that are there, or ignored.",
                        List.of(PROPERTIES, IGNORED),
                        List.of(PROPERTIES, IGNORED)::contains,
                        _ -> PROPERTIES));
    }

    /** Where no column is left, properties stay as they are instead of becoming none. */
    @Override
    public Map<String, String> settled(Map<String, String> mapping, List<String> left) {
        var settled = new LinkedHashMap<>(mapping);
        if (left.isEmpty()) {
            settled.put(OTHER_COLUMNS, IGNORED);
        }
        return settled;
    }

    @Override
    public Optional<String> others(Map<String, String> mapping) {
        return Optional.of(OTHER_COLUMNS).filter(name -> PROPERTIES.equals(mapping.get(name)));
    }

    @Override
    public List<DocumentFormat> documents() {
        return List.of(new JgfFormat());
    }

    @Override
    public TargetTable table() {
        return TABLE;
    }

    /** An edge's type is a part of its key, so it has one whether or not the file says which. */
    @Override
    public List<String> fields(Map<String, String> mapping) {
        return TABLE.fields().stream()
                .filter(field -> switch (field) {
                    case "from_key", "to_key" -> mapping.containsKey("from");
                    case "type" -> mapping.containsKey("type") || mapping.containsKey("from");
                    case PROPERTIES ->
                        mapping.containsKey(field) || others(mapping).isPresent();
                    default -> mapping.containsKey(field);
                })
                .toList();
    }

    @Override
    public String column(String field) {
        return switch (field) {
            case "from_key" -> "from";
            case "to_key" -> "to";
            default -> field;
        };
    }

    @Override
    public Optional<Function<Map<String, String>, String>> computedKey() {
        return Optional.of(ElementKey::of);
    }

    @Override
    public String newId() {
        return EntityId.random().value();
    }

    @Override
    public String newId(String key) {
        return ElementKey.isOfEdge(key) ? newId().replace("ent_", "edg_") : newId();
    }

    @Override
    public Function<Map<String, String>, Checked> checks(TenantId tenant) {
        return checks(tenant, Map.of());
    }

    @Override
    public Function<Map<String, String>, Checked> checks(TenantId tenant, Map<String, String> mapping) {
        var ofEntities = types.in(tenant, false);
        var ofEdges = types.in(tenant, true);
        boolean takesLoops = ALLOWED.equals(mapping.get(SELF_LOOPS));
        return cells -> {
            var checked = new ElementRow(cells, takesLoops).check();
            if (checked instanceof Checked.Valid) {
                (ElementKey.isOfEdge(cells) ? ofEdges : ofEntities).accept(ElementKey.type(cells));
            }
            return checked;
        };
    }

    @Override
    public String shown(String field, String stored) {
        return switch (field) {
            case "directed" -> stored.equals("0") ? "no" : stored.equals("1") ? "yes" : stored;
            case PROPERTIES -> stored.isEmpty() ? stored : Properties.shown(stored);
            default -> stored;
        };
    }
}
