package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.DocumentFile;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.imports.documents.DocumentReader;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.FileHead;
import io.switchboard.operations.imports.documents.Outline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One kind of file in which runbooks come; each of its documents is in any of the dialects. */
public final class RunbookFormat implements DocumentFormat {

    /** Column and what fills it. */
    private static final Map<String, String> COLUMNS = columns();

    private static final Pattern YAML = Pattern.compile("(?m)^(---|%YAML|[A-Za-z_][A-Za-z0-9_-]{0,60}:(\\s|$))");

    private final String id;
    private final String title;
    private final Predicate<FileHead> recognises;
    private final Function<DocumentFile, Trees> open;

    private RunbookFormat(String id, String title, Predicate<FileHead> recognises, Function<DocumentFile, Trees> open) {
        this.id = id;
        this.title = title;
        this.recognises = recognises;
        this.open = open;
    }

    /** In the order in which they are tried. */
    public static List<DocumentFormat> all() {
        return List.of(
                new RunbookFormat(
                        "zip",
                        "ZIP archive of YAML and JSON files",
                        head -> head.startsWith('P', 'K', 3, 4) || head.startsWith('P', 'K', 5, 6),
                        file -> ZipTrees.open(file.open())),
                new RunbookFormat("json", "JSON", FileHead::looksLikeJson, file -> JsonTrees.open(file.open())),
                new RunbookFormat(
                        "yaml", "YAML 1.2", RunbookFormat::looksLikeYaml, file -> YamlTrees.open(file.open())));
    }

    private static boolean looksLikeYaml(FileHead head) {
        var name = head.name().toLowerCase(java.util.Locale.ROOT);
        return !head.text().isBlank()
                && (name.endsWith(".yaml")
                        || name.endsWith(".yml")
                        || YAML.matcher(head.text()).find());
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("runbook_key", "id");
        columns.put("title", "title");
        columns.put("dialect", "the document's dialect");
        columns.put("steps", "the number of steps");
        columns.put("definition", "the whole runbook");
        return columns;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean recognises(FileHead head) {
        return recognises.test(head);
    }

    @Override
    public Outline outline(DocumentFile file) {
        try (var trees = open.apply(file)) {
            var contents = new Contents();
            while (trees.hasNext()) {
                contents.add(trees.next());
            }
            return new Outline(COLUMNS, contents.ignored(), contents.notes());
        }
    }

    @Override
    public DocumentReader read(DocumentFile file, List<String> columns) {
        var trees = open.apply(file);
        return new DocumentReader() {
            @Override
            public boolean hasNext() {
                return trees.hasNext();
            }

            @Override
            public DocumentRow next() {
                return RunbookRow.of(trees.next());
            }

            @Override
            public void close() {
                trees.close();
            }
        };
    }
}
