package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.format.CsvLimits;
import io.switchboard.operations.imports.format.CsvTable;
import io.switchboard.operations.imports.format.Delimiters;
import io.switchboard.operations.imports.format.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Imports of one tenant, from upload over plan to commit. A plan is a promise: a commit does exactly that plan in one transaction, or nothing.
 * Another tenant's import is never found. Calls run to the end; {@code ImportJobs} runs them in the background.
 */
@Service
public class ImportService {

    private static final ActionId PLAN = new ActionId("imports.plan");
    private static final ActionId COMMIT = new ActionId("imports.commit");
    private static final ActionId DISCARD = new ActionId("imports.discard");
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final int HEAD = 64 << 10;

    private final EnforcementPoint enforcement;
    private final Targets targets;
    private final Imports imports;
    private final StoredFiles files;
    private final ImportRows rows;
    private final Staging staging;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int commitLimit;
    private final CsvLimits limits = CsvLimits.defaults();

    ImportService(
            EnforcementPoint enforcement,
            Targets targets,
            Imports imports,
            StoredFiles files,
            ImportRows rows,
            Staging staging,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${switchboard.imports.commit-limit:200000}") int commitLimit) {
        this.enforcement = enforcement;
        this.targets = targets;
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.staging = staging;
        this.events = events;
        this.clock = clock;
        this.commitLimit = commitLimit;
    }

    /**
     * Stores a file and recognises how it is written; nothing is planned yet. Throws {@link UnreadableFile} for what no mapping could make a table
     * of, and stores nothing then.
     */
    public ImportPlan upload(Caller caller, String kind, String fileName, InputStream content) {
        var target = targets.of(kind);
        var id = ImportId.random();
        try {
            var plan =
                    received(caller, target, id, fileName, files.store(caller.tenant(), id, content, limits.bytes()));
            var salt = new byte[32];
            new SecureRandom().nextBytes(salt);
            imports.insert(plan, salt);
            return plan;
        } catch (UnreadableFile e) {
            files.delete(caller.tenant(), id);
            throw e;
        } catch (IOException e) {
            files.delete(caller.tenant(), id);
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    private ImportPlan received(
            Caller caller, ImportTarget target, ImportId id, String fileName, StoredFiles.Stored stored)
            throws IOException {
        var dialect = stored.dialect().withSeparator(recogniseSeparator(caller, id, stored));
        var source = new ImportPlan.Source(shortened(fileName), stored.digest(), stored.bytes(), dialect);
        try (var table = CsvTable.open(files.open(caller.tenant(), id), dialect, limits)) {
            var mapping = Mappings.suggest(target.columns(), table.header());
            var now = clock.instant();
            return new ImportPlan(
                    id,
                    target.kind(),
                    ImportStatus.UPLOADED,
                    caller,
                    source,
                    mapping,
                    Mappings.ignored(mapping, table.header()),
                    notes(source),
                    new ImportCounts(0, 0, 0, 0, 0, 0, 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    now.plus(VALID));
        }
    }

    private char recogniseSeparator(Caller caller, ImportId id, StoredFiles.Stored stored) throws IOException {
        try (var bytes = files.open(caller.tenant(), id);
                var reader = new InputStreamReader(bytes, stored.dialect().encoding())) {
            bytes.skipNBytes(stored.dialect().markBytes());
            var head = new char[HEAD];
            int length = Math.max(0, reader.read(head));
            return Delimiters.recognise(new String(head, 0, length));
        }
    }

    private static String shortened(String fileName) {
        var plain = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return plain.length() > 255 ? plain.substring(0, 255) : plain;
    }

    private static List<String> notes(ImportPlan.Source source) {
        return source.dialect().encoding().name().equals("windows-1252")
                ? List.of("The file is not valid UTF-8; it was read as windows-1252. Check names with accents.")
                : List.of();
    }

    /** What a wizard shows before the dry run: header, first rows, suggested mapping and how full each column is. */
    public Optional<ImportPreview> preview(Caller caller, ImportId id) {
        return find(caller, id).map(plan -> {
            try (var table = CsvTable.open(
                    files.open(plan.tenant(), plan.id()), plan.source().dialect(), limits)) {
                return ImportPreview.of(plan, targets.of(plan.kind()).columns(), table);
            }
        });
    }

    public Optional<ImportPlan> find(Caller caller, ImportId id) {
        return imports.find(caller.tenant(), id).map(this::expired);
    }

    public List<ImportPlan> latest(Caller caller, int limit) {
        return imports.latest(caller.tenant(), Math.clamp(limit, 1, 500)).stream()
                .map(this::expired)
                .toList();
    }

    private ImportPlan expired(ImportPlan plan) {
        if (plan.status() == ImportStatus.PLANNED
                && clock.instant().isAfter(plan.expiresAt())
                && imports.move(plan, ImportStatus.PLANNED, ImportStatus.EXPIRED)) {
            return imports.find(plan.tenant(), plan.id()).orElse(plan);
        }
        return plan;
    }

    /** A page of the diff. {@code outcome}: create, update, unchanged, reject, conflict, held, or empty for all; {@code search} is part of a key. */
    public Optional<ChangePage> changes(
            Caller caller, ImportId id, String outcome, String search, int offset, int limit) {
        return find(caller, id)
                .map(plan -> new ChangePage(
                        rows.page(
                                plan,
                                targets.of(plan.kind()),
                                outcome,
                                search,
                                Math.max(0, offset),
                                Math.clamp(limit, 1, 500)),
                        rows.count(plan, outcome, search)));
    }

    /** Rows of a diff, and how many the filter has in all. */
    public record ChangePage(List<PlannedChange> items, long total) {}

    /** Dry run: validates every row, compares with the target and stores the plan. An empty mapping takes the suggestion. */
    public Optional<Enforced<ImportPlan>> plan(Caller caller, ImportId id, Map<String, String> mapping) {
        return find(caller, id).map(plan -> {
            var action = GovernedAction.of(caller, PLAN, resource(plan));
            if (!imports.move(plan, ImportStatus.UPLOADED, ImportStatus.PLANNING)) {
                return enforcement.perform(action, () -> {
                    throw wrongStatus(plan, "planned");
                });
            }
            return settled(plan, planMoved(action, plan, mapping));
        });
    }

    /** For the restart: stages and plans again what a killed portal left in the middle. */
    Enforced<ImportPlan> resume(ImportPlan plan) {
        return settled(plan, planMoved(GovernedAction.of(plan.owner(), PLAN, resource(plan)), plan, plan.mapping()));
    }

    private Enforced<ImportPlan> planMoved(GovernedAction action, ImportPlan plan, Map<String, String> mapping) {
        var target = targets.of(plan.kind());
        try {
            var mapped = mapped(plan, target, mapping);
            staging.stage(mapped, target, limits);
            return enforcement.perform(action, () -> diff(mapped, target));
        } catch (UnreadableFile e) {
            return enforcement.perform(action, () -> {
                throw new ChangeFailure(
                        e.code(),
                        e.explanation(),
                        Map.of("source", plan.source().digest().hex()));
            });
        } catch (RuntimeException e) {
            imports.move(plan, ImportStatus.PLANNING, ImportStatus.FAILED);
            throw e;
        }
    }

    private ImportPlan mapped(ImportPlan plan, ImportTarget target, Map<String, String> wanted) {
        try (var table = CsvTable.open(
                files.open(plan.tenant(), plan.id()), plan.source().dialect(), limits)) {
            var mapping = wanted.isEmpty() ? Mappings.suggest(target.columns(), table.header()) : Map.copyOf(wanted);
            MappingCheck.require(target, mapping, table.header());
            var ignored = Mappings.ignored(mapping, table.header());
            imports.mapped(plan, plan.source().dialect().separator(), mapping, ignored, plan.notes());
            return imports.find(plan.tenant(), plan.id()).orElseThrow();
        }
    }

    private Effect<ImportPlan> diff(ImportPlan plan, ImportTarget target) {
        var sql = new DiffSql(target.table(), plan.mapping().keySet());
        rows.diff(plan, target, sql);
        var counts = rows.counts(plan);
        if (counts.read() == 0) {
            throw new ChangeFailure("no-rows", "The file has a header and no rows. Add rows and upload it again.");
        }
        noteLimit(plan, counts);
        imports.counted(plan, counts, rows.revision(plan, sql), clock.instant().plus(VALID));
        claim(plan, ImportStatus.PLANNING, ImportStatus.PLANNED);
        return effect(plan, counts);
    }

    private void noteLimit(ImportPlan plan, ImportCounts counts) {
        if (counts.changes() + counts.held() > commitLimit) {
            var notes = new ArrayList<>(plan.notes());
            notes.add(tooLarge(counts.changes() + counts.held()));
            imports.mapped(plan, plan.source().dialect().separator(), plan.mapping(), plan.ignored(), notes);
        }
    }

    private String tooLarge(long changes) {
        return "The plan has " + changes + " changes; one commit takes at most " + commitLimit
                + ". Split the file into " + (changes + commitLimit - 1) / commitLimit
                + " parts of whole rows, each with the header line.";
    }

    /** Does exactly the plan. {@code ticked} are the keys of held rows that the person includes; all other held rows stay out. */
    public Optional<Enforced<ImportPlan>> commit(Caller caller, ImportId id, Set<String> ticked) {
        return find(caller, id).map(plan -> {
            var sql =
                    new DiffSql(targets.of(plan.kind()).table(), plan.mapping().keySet());
            var action = parent(GovernedAction.of(caller, COMMIT, resource(plan)), plan);
            var held = rows.held(plan, ticked);
            var governed = action.withContext(context(plan, sql, held));
            if (!imports.move(plan, ImportStatus.PLANNED, ImportStatus.COMMITTING)) {
                return enforcement.perform(governed, () -> {
                    throw wrongStatus(imports.find(plan.tenant(), plan.id()).orElse(plan), "committed");
                });
            }
            return settled(plan, commitMoved(governed, plan, sql, ticked, held.keySet()));
        });
    }

    private Enforced<ImportPlan> commitMoved(
            GovernedAction action, ImportPlan plan, DiffSql sql, Set<String> ticked, Set<String> held) {
        try {
            return enforcement.perform(action, () -> {
                requireKnown(ticked, held);
                rows.release(plan, ticked);
                return apply(plan, sql);
            });
        } catch (RuntimeException e) {
            imports.move(plan, ImportStatus.COMMITTING, ImportStatus.FAILED);
            throw e;
        }
    }

    private static void requireKnown(Set<String> ticked, Set<String> held) {
        for (var key : ticked) {
            if (!held.contains(key)) {
                throw new ChangeFailure(
                        "unknown-row",
                        "A ticked row is not among the rows that the plan holds back. Reload the plan and tick again.");
            }
        }
    }

    private Effect<ImportPlan> apply(ImportPlan plan, DiffSql sql) {
        var counts = rows.counts(plan);
        if (counts.changes() > commitLimit) {
            throw new ChangeFailure("too-many-changes", tooLarge(counts.changes()));
        }
        requireFresh(plan, sql);
        write(plan, sql, counts);
        imports.counted(plan, counts, rows.revision(plan, sql), plan.expiresAt());
        claim(plan, ImportStatus.COMMITTING, ImportStatus.COMMITTED);
        events.publishEvent(
                new ImportCommitted(plan.tenant(), plan.id(), plan.kind(), counts.create(), counts.update()));
        return effect(plan, counts);
    }

    private void requireFresh(ImportPlan plan, DiffSql sql) {
        if (plan.baseRevision().equals(Optional.of(rows.revision(plan, sql)))) {
            return;
        }
        var changed = rows.stale(plan, sql);
        if (!changed.isEmpty()) {
            throw stale(changed);
        }
    }

    private static ChangeFailure stale(List<String> changed) {
        var some = String.join(", ", changed.subList(0, Math.min(5, changed.size())));
        return new ChangeFailure(
                "stale-plan",
                changed.size() + " of the plan's rows changed since it was made: " + some
                        + (changed.size() > 5 ? ", …" : "") + ". Upload the file again to see what it does now.",
                Map.of("changed", (long) changed.size()));
    }

    private void write(ImportPlan plan, DiffSql sql, ImportCounts counts) {
        var now = Imports.utc(clock.instant());
        var tenant = plan.tenant().value();
        var id = plan.id().value();
        try {
            long created = rows.apply(sql.insert(), now, now, tenant, id);
            long updated = rows.apply(sql.update(), now, tenant, id);
            if (created != counts.create() || updated != counts.update()) {
                throw stale(rows.stale(plan, sql));
            }
        } catch (DuplicateKeyException e) {
            throw new ChangeFailure(
                    "stale-plan",
                    "A row that the plan would create exists by now. Upload the file again to see what it does now.");
        }
    }

    /** Ends a plan that will not be committed. Its rows stay readable. */
    public Optional<Enforced<ImportPlan>> discard(Caller caller, ImportId id) {
        return find(caller, id).map(plan -> {
            var action = parent(GovernedAction.of(caller, DISCARD, resource(plan)), plan);
            return enforcement.perform(action, () -> {
                if (!imports.move(plan, ImportStatus.PLANNED, ImportStatus.DISCARDED)
                        && !imports.move(plan, ImportStatus.UPLOADED, ImportStatus.DISCARDED)) {
                    throw wrongStatus(plan, "discarded");
                }
                return effect(plan, plan.counts());
            });
        });
    }

    private Enforced<ImportPlan> settled(ImportPlan plan, Enforced<ImportPlan> ended) {
        switch (ended) {
            case Enforced.Done<ImportPlan> done -> record(plan, done.receipt(), Optional.empty());
            case Enforced.Refused<ImportPlan> refused -> {
                imports.move(plan, ImportStatus.PLANNING, ImportStatus.UPLOADED);
                imports.move(plan, ImportStatus.COMMITTING, ImportStatus.PLANNED);
                record(plan, refused.receipt(), Optional.empty());
            }
            case Enforced.Failed<ImportPlan> failed -> {
                var end = failed.failure().code().equals("stale-plan") ? ImportStatus.STALE : ImportStatus.FAILED;
                var retry = failed.failure().code().equals("unknown-row") ? ImportStatus.PLANNED : end;
                imports.move(plan, ImportStatus.PLANNING, ImportStatus.FAILED);
                imports.move(plan, ImportStatus.COMMITTING, retry);
                record(plan, failed.receipt(), Optional.of(failed.failure().explanation()));
            }
        }
        return refreshed(plan, ended);
    }

    private Enforced<ImportPlan> refreshed(ImportPlan plan, Enforced<ImportPlan> ended) {
        return ended instanceof Enforced.Done<ImportPlan>(var value, var decision, var receipt)
                ? new Enforced.Done<>(imports.find(plan.tenant(), plan.id()).orElse(value), decision, receipt)
                : ended;
    }

    private void record(ImportPlan plan, io.switchboard.control.receipts.Receipt receipt, Optional<String> failure) {
        imports.receipted(plan, receipt.id(), receipt.decision(), failure);
    }

    private void claim(ImportPlan plan, ImportStatus from, ImportStatus to) {
        if (!imports.move(plan, from, to)) {
            throw new ChangeFailure(
                    "interrupted", "The import was ended by another attempt. Look at its page before trying again.");
        }
    }

    private static ChangeFailure wrongStatus(ImportPlan plan, String wanted) {
        var code = switch (plan.status()) {
            case COMMITTING -> "already-committing";
            case COMMITTED -> "already-committed";
            case EXPIRED -> "expired-plan";
            case STALE -> "stale-plan";
            default -> "wrong-status";
        };
        return new ChangeFailure(
                code,
                "The import is " + plan.status().wire() + ", so it cannot be " + wanted
                        + ". Upload the file again for a new plan.");
    }

    private static Effect<ImportPlan> effect(ImportPlan plan, ImportCounts counts) {
        return Effect.of(
                        plan,
                        new Subject("import", plan.id().value(), plan.source().digest()))
                .withFacts(Map.of(
                        "kind", plan.kind(),
                        "source", plan.source().digest().hex(),
                        "read", counts.read(),
                        "create", counts.create(),
                        "update", counts.update(),
                        "unchanged", counts.unchanged(),
                        "reject", counts.reject(),
                        "conflict", counts.conflict(),
                        "held", counts.held()))
                .withDisclosures(Map.of("file", plan.source().name()));
    }

    private Map<String, Object> context(ImportPlan plan, DiffSql sql, Map<String, String> held) {
        long members = rows.members(plan, sql);
        long ticks = held.values().stream().filter("update"::equals).count();
        long touched = plan.counts().update() + ticks;
        var context = new HashMap<String, Object>();
        context.put("changes", plan.counts().changes() + held.size());
        context.put("members", members);
        context.put("percent", members == 0 ? 0L : (touched * 100 + members - 1) / members);
        context.put("raisesPrivileges", !held.isEmpty());
        context.put("ticked", (long) held.size());
        return context;
    }

    private static GovernedAction parent(GovernedAction action, ImportPlan plan) {
        return plan.receipt().map(action::withParent).orElse(action);
    }

    private static ResourceRef resource(ImportPlan plan) {
        return new ResourceRef("Import", plan.id().value(), Map.of("kind", plan.kind()));
    }
}
