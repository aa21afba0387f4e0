package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.DocumentProblem;
import io.switchboard.operations.imports.documents.DocumentRow;
import io.switchboard.operations.imports.documents.DocumentRow.Cell;
import io.switchboard.operations.runbooks.dialect.Problems;
import io.switchboard.operations.runbooks.dialect.RunbookCheck;
import io.switchboard.operations.runbooks.dialect.RunbookSteps;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.operations.runbooks.formats.Dialect.Translation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document as a row: the runbook in the portal's dialect, or every reason why it is none. */
final class RunbookRow {

    private static final List<Dialect> DIALECTS = List.of(new CacaoDialect(), new KeepDialect(), new HouseDialect());

    private RunbookRow() {}

    static Optional<Dialect> dialect(Map<String, @Nullable Object> document) {
        return DIALECTS.stream().filter(dialect -> dialect.recognises(document)).findFirst();
    }

    @SuppressWarnings("unchecked") // trees are built with texts as names
    static Optional<Map<String, @Nullable Object>> document(Tree tree) {
        return tree.root() instanceof Map<?, ?> map
                ? Optional.of((Map<String, @Nullable Object>) map)
                : Optional.empty();
    }

    static DocumentRow of(Tree tree) {
        if (tree.fault().isPresent()) {
            var fault = tree.fault().get();
            return rejected(tree, "", List.of(problem(tree, "", "E-312", fault.message(), fault.fix())));
        }
        var document = document(tree);
        var dialect = document.flatMap(RunbookRow::dialect);
        return dialect.isPresent() ? row(tree, document.orElseThrow(), dialect.get()) : unknown(tree);
    }

    private static DocumentRow unknown(Tree tree) {
        return rejected(
                tree,
                "",
                List.of(problem(
                        tree,
                        "",
                        "E-309",
                        "The document is no runbook: it is neither of this portal's dialect, nor a CACAO 2.0 playbook, nor a Keep workflow",
                        "Take it out, or begin it with runbook: 1")));
    }

    private static DocumentRow row(Tree tree, Map<String, @Nullable Object> document, Dialect dialect) {
        var translating = new Problems();
        var translation = dialect.translate(document, translating);
        var checking = new Problems();
        var runbook = new RunbookCheck(translation.runbook(), checking).read();
        var problems = located(tree, translation, translating, checking);
        return problems.isEmpty()
                ? new DocumentRow.Read(tree.pointer(), cells(tree, dialect, runbook), List.of())
                : rejected(tree, text(translation.runbook(), "id"), problems);
    }

    /** What the translation found says enough: its checks would repeat it in other words. */
    private static List<DocumentProblem> located(
            Tree tree, Translation translation, Problems translating, Problems checking) {
        if (!translating.isEmpty()) {
            return translating.all().stream()
                    .map(found -> problem(tree, found.pointer(), found.code(), found.message(), found.fix()))
                    .toList();
        }
        return checking.all().stream()
                .map(found ->
                        problem(tree, translation.place(found.pointer()), found.code(), found.message(), found.fix()))
                .toList();
    }

    private static Map<String, Cell> cells(Tree tree, Dialect dialect, Map<String, @Nullable Object> runbook) {
        var cells = new LinkedHashMap<String, Cell>();
        cells.put("runbook_key", new Cell(text(runbook, "id"), tree.pointer() + "/id"));
        cells.put("title", new Cell(text(runbook, "title"), tree.pointer() + "/title"));
        cells.put("dialect", new Cell(dialect.id(), tree.pointer()));
        cells.put("steps", new Cell(String.valueOf(RunbookSteps.of(runbook).size()), tree.pointer() + "/steps"));
        cells.put("definition", new Cell(RunbookText.canonical(runbook), tree.pointer()));
        return cells;
    }

    private static String text(Map<String, @Nullable Object> runbook, String name) {
        var value = runbook.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static DocumentRow rejected(Tree tree, String key, List<DocumentProblem> problems) {
        return new DocumentRow.Rejected(tree.pointer(), key, problems);
    }

    private static DocumentProblem problem(Tree tree, String pointer, String code, String message, String fix) {
        return new DocumentProblem(tree.pointer() + pointer, code, message, fix);
    }
}
