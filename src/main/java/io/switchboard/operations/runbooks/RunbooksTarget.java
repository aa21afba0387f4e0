package io.switchboard.operations.runbooks;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportTarget;
import io.switchboard.operations.imports.KindWords;
import io.switchboard.operations.imports.TargetTable;
import io.switchboard.operations.imports.documents.DocumentFormat;
import io.switchboard.operations.runbooks.dialect.RunbookText;
import io.switchboard.operations.runbooks.formats.RunbookFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Runbooks from documents. What one document says is checked where it is read, since only there its pointers are known. */
@Component
class RunbooksTarget implements ImportTarget {

    static final String KIND = "runbooks";

    private static final List<String> FIELDS = List.of("title", "dialect", "steps", "definition");

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public KindWords words() {
        return new KindWords(
                "runbook",
                "runbooks",
                "id",
                List.of(
                        "Runbooks of this portal's dialect, CACAO 2.0 playbooks, or Keep workflows: YAML 1.2 or JSON, one or many in a file, or a ZIP archive of such files.",
                        "What has no equivalent here is rejected with its place in the file and a way to write it, never left out in silence.",
                        "A file in which a password or token is written out is not kept.",
                        "At most 200 MB; a runbook has at most 500 steps and 256 KiB."),
                Optional.of("whether what the steps call exists and lets the portal in."),
                Optional.of("Every runbook has a new version, and the versions before stay."));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("runbook_key", true, List.of()),
                new Column("title", true, List.of()),
                new Column("dialect", true, List.of()),
                new Column("steps", true, List.of()),
                new Column("definition", true, List.of()));
    }

    @Override
    public TargetTable table() {
        return new TargetTable(
                "runbook",
                "runbook_id",
                "runbook_key",
                FIELDS,
                Set.of("definition"),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<DocumentFormat> documents() {
        return RunbookFormat.all();
    }

    @Override
    public boolean takesTables() {
        return false;
    }

    @Override
    public String shown(String field, String stored) {
        return field.equals("definition") ? RunbookText.readable(stored) : stored;
    }

    @Override
    public String newId() {
        return RunbookId.random().value();
    }

    @Override
    public Function<Map<String, String>, Checked> checks(TenantId tenant) {
        return RunbooksTarget::stored;
    }

    private static Checked stored(Map<String, String> cells) {
        var values = new HashMap<String, Optional<String>>();
        FIELDS.forEach(field -> values.put(field, Optional.ofNullable(cells.get(field))));
        return new Checked.Valid(values);
    }
}
