package io.switchboard.operations.incidents;

import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportTarget;
import io.switchboard.operations.imports.KindWords;
import io.switchboard.operations.imports.RowProblem;
import io.switchboard.operations.imports.TargetTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Incidents from a file, a row an incident or a row a change of its state. Nobody but imports writes them yet, so there is nothing to guard. */
@Component
class IncidentsTarget implements ImportTarget {

    static final String TIMES = "times";
    static final String ZONE = "zone";
    static final String NULLS = "nulls";

    private static final List<String> TIME_COLUMNS = List.of("opened_at", "resolved_at", "closed_at", "changed_at");
    private static final List<String> NULL_MARKERS = List.of("?", "-", "n/a", "null", "none", "unknown");
    private static final Set<String> ALWAYS = Set.of("status", "timeline");

    @Override
    public String kind() {
        return "incidents";
    }

    @Override
    public KindWords words() {
        return new KindWords(
                "incident",
                "incidents",
                "number",
                List.of(
                        "CSV with a header line: a row for each incident, or a row for each change of one's state, which become its timeline.",
                        "At most 200 MB, 300,000 rows and 200 columns.",
                        "Only number is needed. How times are written, in which zone, and what stands for nothing is chosen in the next step."),
                Optional.of("whether the services that the rows name exist, and whether it happened."),
                Optional.of("Each incident's page shows its timeline."));
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("number", true, List.of("key", "id", "incident", "incidentid", "incidentnumber", "ticket")),
                new Column("title", false, List.of("shortdescription", "summary", "subject", "name")),
                new Column("status", false, List.of("incidentstate", "state")),
                new Column("severity", false, List.of("priority", "sev")),
                new Column("category", false, List.of("type", "kind")),
                new Column(
                        "service", false, List.of("cmdbci", "configurationitem", "component", "system", "application")),
                new Column("assigned_to", false, List.of("assignee", "owner", "assignmentgroup")),
                new Column(
                        "opened_at", false, List.of("opened", "createdat", "syscreatedat", "startedat", "detectedat")),
                new Column("resolved_at", false, List.of("resolved", "fixedat", "endedat")),
                new Column("closed_at", false, List.of("closed")),
                new Column("changed_at", false, List.of("sysupdatedat", "updatedat", "updated", "timestamp", "time")),
                new Column("changed_by", false, List.of("sysupdatedby", "updatedby", "actor", "author")),
                new Column("sequence", false, List.of("sysmodcount", "revision", "seq")),
                new Column("note", false, List.of("comment", "comments", "worknotes", "message")));
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(
                        TIMES,
                        "Form of times",
                        "Write the form as in dd-MM-uuuu HH:mm, or iso for 2026-03-01T12:00:00Z.",
                        TimeReading.PATTERNS,
                        pattern -> TimeReading.of(pattern, "UTC").isPresent(),
                        IncidentsTarget::suggestedForm),
                new Setting(
                        ZONE,
                        "Time zone",
                        "Of times that name none: a zone of the time zone database, such as Europe/Berlin, or UTC.",
                        ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                        zone -> TimeReading.of(TimeReading.ISO, zone).isPresent(),
                        _ -> "UTC"),
                new Setting(
                        NULLS,
                        "Words that stand for nothing",
                        "Separate several by a blank.",
                        List.of("", "?", "? - n/a"),
                        _ -> true,
                        IncidentsTarget::suggestedNulls));
    }

    private static String suggestedForm(List<Map<String, String>> sample) {
        var nulls = Set.of(suggestedNulls(sample).split(" "));
        var times = sample.stream()
                .flatMap(cells -> TIME_COLUMNS.stream().map(cells::get))
                .filter(text -> text != null && !text.isBlank() && !nulls.contains(text))
                .toList();
        return TimeReading.PATTERNS.stream()
                .filter(pattern -> times.stream()
                        .allMatch(text -> TimeReading.of(pattern, "UTC")
                                .flatMap(reading -> reading.read(text))
                                .isPresent()))
                .findFirst()
                .orElse(TimeReading.ISO);
    }

    private static String suggestedNulls(List<Map<String, String>> sample) {
        return NULL_MARKERS.stream()
                .filter(marker -> sample.stream().anyMatch(cells -> cells.containsValue(marker)))
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<String> fields(Set<String> columns) {
        return table().fields().stream()
                .filter(field -> ALWAYS.contains(field) || columns.contains(field))
                .toList();
    }

    @Override
    public TargetTable table() {
        return new TargetTable(
                "incident",
                "incident_id",
                "incident_key",
                List.of(
                        "title",
                        "status",
                        "severity",
                        "category",
                        "service",
                        "assigned_to",
                        "opened_at",
                        "resolved_at",
                        "closed_at",
                        "timeline"),
                Set.of("timeline"),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String newId() {
        return IncidentId.random().value();
    }

    /** Rows are checked together: see {@link #fold}. What comes here stands for itself, since it has no key. */
    @Override
    public Function<Map<String, String>, Checked> checks(TenantId tenant) {
        return _ -> new Checked.Invalid(List.of(new RowProblem(
                "number",
                "E-401",
                "The number is missing or longer than 128 characters",
                "Give every row the number of its incident")));
    }

    @Override
    public Optional<Fold> fold(Map<String, String> mapping) {
        var reading = TimeReading.of(mapping.getOrDefault(TIMES, TimeReading.ISO), mapping.getOrDefault(ZONE, "UTC"))
                .orElseGet(() -> TimeReading.of(TimeReading.ISO, "UTC").orElseThrow());
        var nulls = Stream.of(mapping.getOrDefault(NULLS, "").split("\\s+")).collect(Collectors.toSet());
        return Optional.of((_, rows) -> folded(rows, reading, nulls));
    }

    private static Checked folded(List<Map<String, String>> rows, TimeReading reading, Set<String> nulls) {
        var right = new ArrayList<IncidentRow.Read>();
        var problems = new ArrayList<RowProblem>();
        for (var row : rows) {
            switch (IncidentRow.of(filled(row, nulls), reading)) {
                case IncidentRow.Outcome.Right(var read) -> right.add(read);
                case IncidentRow.Outcome.Wrong(var wrong) -> problems.addAll(wrong);
            }
        }
        return problems.isEmpty()
                ? new Checked.Valid(new FoldedIncident(right).values())
                : new Checked.Invalid(problems.stream().distinct().toList());
    }

    private static Map<String, String> filled(Map<String, String> row, Set<String> nulls) {
        var filled = new HashMap<>(row);
        filled.values().removeIf(text -> text.isEmpty() || nulls.contains(text));
        return filled;
    }

    @Override
    public String shown(String field, String stored) {
        return switch (field) {
            case "opened_at", "resolved_at", "closed_at" -> stored.replace(".000000", "") + " UTC";
            case "timeline" -> timeline(stored);
            default -> stored;
        };
    }

    private static String timeline(String stored) {
        return StateChange.read(stored).stream()
                .map(change -> Stream.of(change.at(), change.status(), change.said(), change.by(), change.note())
                        .filter(text -> text != null)
                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
    }
}
