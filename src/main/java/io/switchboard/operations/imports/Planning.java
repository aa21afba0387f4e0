package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.documents.UnreadableFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dry run: every row validated and compared with the target; the outcome is stored as the plan. */
@Component
class Planning {

    private final EnforcementPoint enforcement;
    private final Targets targets;
    private final Imports imports;
    private final Sources sources;
    private final Staging staging;
    private final RevertStaging reverts;
    private final ImportRows rows;
    private final Statuses statuses;
    private final InFlight inFlight;
    private final CommitLimit limit;
    private final Clock clock;

    Planning(
            EnforcementPoint enforcement,
            Targets targets,
            Imports imports,
            Sources sources,
            Staging staging,
            RevertStaging reverts,
            ImportRows rows,
            Statuses statuses,
            InFlight inFlight,
            CommitLimit limit,
            Clock clock) {
        this.enforcement = enforcement;
        this.targets = targets;
        this.imports = imports;
        this.sources = sources;
        this.staging = staging;
        this.reverts = reverts;
        this.rows = rows;
        this.statuses = statuses;
        this.inFlight = inFlight;
        this.limit = limit;
        this.clock = clock;
    }

    Enforced<ImportPlan> plan(Caller caller, ImportPlan plan, Map<String, String> mapping) {
        var action = action(caller, plan);
        try (var _ = inFlight.enter(plan)) {
            if (!imports.move(plan, ImportStatus.UPLOADED, ImportStatus.PLANNING)) {
                return enforcement.perform(action, () -> {
                    throw Statuses.wrong(plan, "planned");
                });
            }
            return statuses.settled(plan, moved(action, plan.as(ImportStatus.PLANNING), mapping));
        }
    }

    /** For the restart: stages and plans again what a killed portal left in the middle. */
    Enforced<ImportPlan> resume(ImportPlan plan) {
        try (var _ = inFlight.enter(plan)) {
            return statuses.settled(plan, moved(action(plan.owner(), plan), plan, plan.mapping()));
        }
    }

    /** Undoing is caused by what it undoes. */
    private GovernedAction action(Caller caller, ImportPlan plan) {
        var action = ImportActions.plan(caller, plan);
        return plan.reverts()
                .flatMap(reverted -> imports.find(plan.tenant(), reverted))
                .flatMap(ImportPlan::receipt)
                .map(action::withParent)
                .orElse(action);
    }

    private Enforced<ImportPlan> moved(GovernedAction action, ImportPlan plan, Map<String, String> mapping) {
        try {
            var ended = staged(action, plan, mapping);
            if (!(ended instanceof Enforced.Done)) {
                rows.clear(plan); // what was compared is for nobody's eyes without a plan
            }
            return ended;
        } catch (RuntimeException e) {
            imports.move(plan, ImportStatus.PLANNING, ImportStatus.FAILED);
            throw e;
        }
    }

    private Enforced<ImportPlan> staged(GovernedAction action, ImportPlan plan, Map<String, String> wanted) {
        var target = targets.of(plan.kind());
        try {
            var mapped = mapped(plan, target, wanted);
            var sql = DiffSql.of(target, mapped);
            var revision = rows.revision(mapped, sql);
            var note = plan.reverts().isPresent()
                    ? reverts.stage(mapped, target, sql)
                    : staging.stage(mapped, target, sql);
            return enforcement.perform(action, () -> planned(mapped, note, revision));
        } catch (UnreadableFile e) {
            return enforcement.perform(action, () -> {
                throw unreadable(plan, e);
            });
        }
    }

    private static ChangeFailure unreadable(ImportPlan plan, UnreadableFile e) {
        return new ChangeFailure(
                e.code(),
                e.explanation(),
                Map.of("source", plan.source().digest().hex()));
    }

    private ImportPlan mapped(ImportPlan plan, ImportTarget target, Map<String, String> wanted) {
        if (plan.reverts().isPresent()) {
            return plan;
        }
        if (plan.source().isDocument()) {
            return outlined(plan, target, wanted);
        }
        try (var table = sources.table(plan)) {
            var mapping = wanted(plan, target, wanted);
            MappingCheck.require(target, mapping, table.header());
            var complete = Settings.completed(target, mapping, table);
            var ignored = Mappings.ignored(target, complete, table.header());
            imports.described(plan, plan.source().dialect(), complete, ignored, plan.notes());
            return imports.find(plan.tenant(), plan.id()).orElseThrow();
        }
    }

    /** Settings alone change what was suggested; columns replace it. */
    private static Map<String, String> wanted(ImportPlan plan, ImportTarget target, Map<String, String> wanted) {
        if (!Mappings.columns(target, wanted).isEmpty()) {
            return Map.copyOf(wanted);
        }
        var mapping = new LinkedHashMap<>(plan.mapping());
        mapping.putAll(wanted);
        return mapping;
    }

    private ImportPlan outlined(ImportPlan plan, ImportTarget target, Map<String, String> wanted) {
        var columns = Mappings.columns(target, wanted);
        if (!columns.isEmpty() && !columns.equals(Mappings.columns(target, plan.mapping()))) {
            throw new UnreadableFile(
                    "bad-mapping",
                    "The file is a document, whose format says what fills which field. Leave the mapping out, except for settings.");
        }
        MappingCheck.requireValid(target, wanted);
        var outline = sources.outline(plan, target);
        var mapping = Settings.ofDocument(target, outline.columns(), wanted.isEmpty() ? plan.mapping() : wanted);
        imports.described(plan, plan.source().dialect(), mapping, outline.ignored(), outline.notes());
        return imports.find(plan.tenant(), plan.id()).orElseThrow();
    }

    private Effect<ImportPlan> planned(ImportPlan plan, Optional<String> note, String revision) {
        var counts = rows.counts(plan);
        if (counts.read() == 0) {
            throw new ChangeFailure("no-rows", noRows(plan));
        }
        note(plan, note, counts.changes() + counts.held());
        imports.counted(plan, counts, revision, clock.instant().plus(ImportPlan.VALID));
        statuses.claim(plan, ImportStatus.PLANNING, ImportStatus.PLANNED);
        return ImportActions.effect(plan, counts, rows.reasons(plan));
    }

    /** A revert writes what was here already. */
    private Optional<String> notChecked(ImportPlan plan) {
        return plan.reverts().isPresent()
                ? Optional.empty()
                : targets.of(plan.kind()).words().notChecked().map(what -> "Not checked: " + what);
    }

    private static String noRows(ImportPlan plan) {
        if (plan.reverts().isPresent()) {
            return "The import changed nothing, so there is nothing to revert.";
        }
        return plan.source().isDocument()
                ? "The file has nothing in it that could be imported. Upload one that has."
                : "The file has a header and no rows. Add rows and upload it again.";
    }

    private void note(ImportPlan plan, Optional<String> note, long changes) {
        var notes = new ArrayList<>(plan.notes());
        note.ifPresent(notes::add);
        if (limit.isExceededBy(changes)) {
            notes.add(limit.advice(changes));
        }
        notChecked(plan).filter(text -> !notes.contains(text)).ifPresent(notes::add);
        if (notes.size() > plan.notes().size()) {
            imports.described(plan, plan.source().dialect(), plan.mapping(), plan.ignored(), notes);
        }
    }
}
