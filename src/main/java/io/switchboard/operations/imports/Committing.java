package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.kernel.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The commit: exactly the plan, in one transaction, or nothing. */
@Component
class Committing {

    private final EnforcementPoint enforcement;
    private final Targets targets;
    private final Imports imports;
    private final ImportRows rows;
    private final Applying applying;
    private final Statuses statuses;
    private final InFlight inFlight;
    private final CommitLimit limit;
    private final ApplicationEventPublisher events;

    Committing(
            EnforcementPoint enforcement,
            Targets targets,
            Imports imports,
            ImportRows rows,
            Applying applying,
            Statuses statuses,
            InFlight inFlight,
            CommitLimit limit,
            ApplicationEventPublisher events) {
        this.enforcement = enforcement;
        this.targets = targets;
        this.imports = imports;
        this.rows = rows;
        this.applying = applying;
        this.statuses = statuses;
        this.inFlight = inFlight;
        this.limit = limit;
        this.events = events;
    }

    /** {@code ticked} are the keys of held rows that the person includes; all other held rows stay out. */
    Enforced<ImportPlan> commit(Caller caller, ImportPlan plan, Set<String> ticked) {
        var sql = DiffSql.of(targets.of(plan.kind()), plan);
        var held = rows.held(plan, ticked);
        var action = ImportActions.commit(caller, plan).withContext(context(plan, sql, held));
        try (var _ = inFlight.enter(plan)) {
            if (!imports.move(plan, ImportStatus.PLANNED, ImportStatus.COMMITTING)) {
                return enforcement.perform(action, () -> {
                    throw Statuses.wrong(imports.find(plan.tenant(), plan.id()).orElse(plan), "committed");
                });
            }
            return statuses.settled(plan, moved(action, plan, sql, ticked, held.keySet()));
        }
    }

    private Enforced<ImportPlan> moved(
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
        if (!held.containsAll(ticked)) {
            throw new ChangeFailure(
                    "unknown-row",
                    "A ticked row is not among the rows that the plan holds back. Reload the plan and tick again.");
        }
    }

    private Effect<ImportPlan> apply(ImportPlan plan, DiffSql sql) {
        var counts = rows.counts(plan);
        if (limit.isExceededBy(counts.changes())) {
            throw new ChangeFailure("too-many-changes", limit.advice(counts.changes()));
        }
        if (plan.conflictMode() == ConflictMode.STOP && counts.conflict() > 0) {
            throw new ChangeFailure("conflicts", stopped(counts.conflict()));
        }
        var afterwards = targets.of(plan.kind()).afterwards(plan.tenant());
        applying.apply(plan, sql, counts);
        afterwards.get().ifPresent(sentence -> {
            throw new ChangeFailure("must-not-be", sentence);
        });
        imports.counted(plan, counts, plan.baseRevision().orElseThrow(), plan.expiresAt());
        statuses.claim(plan, ImportStatus.COMMITTING, ImportStatus.COMMITTED);
        events.publishEvent(new ImportCommitted(
                plan.tenant(), plan.id(), plan.kind(), counts.create(), counts.update(), counts.remove()));
        return ImportActions.effect(plan, counts);
    }

    private static String stopped(long conflicts) {
        return "The import stops where something exists, and " + conflicts
                + " of its rows do. Plan the file again with the conflict mode skip or update, or take these rows out.";
    }

    private Map<String, Object> context(ImportPlan plan, DiffSql sql, Map<String, String> held) {
        long members = rows.members(plan, sql);
        long ticks = held.values().stream().filter("update"::equals).count();
        long touched = plan.counts().update() + plan.counts().remove() + ticks;
        var context = new HashMap<String, Object>();
        context.put("changes", plan.counts().changes() + held.size());
        context.put("members", members);
        context.put("percent", members == 0 ? 0L : (touched * 100 + members - 1) / members);
        context.put("raisesPrivileges", !held.isEmpty());
        context.put("ticked", (long) held.size());
        return context;
    }
}
