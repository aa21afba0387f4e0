package io.switchboard.operations.imports.schedules;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.ImportAccess;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * A tenant's schedules of imports. Whoever creates, changes or resumes one is on whose behalf it runs from then on. Another tenant's schedule is never
 * found; a token is never shown.
 */
@Service
public class ImportSchedules {

    private static final int MOST = 100;

    private final ImportAccess access;
    private final EnforcementPoint enforcement;
    private final DraftCheck drafts;
    private final ScheduleRows schedules;
    private final RunRows runs;
    private final ScheduleRunner runner;
    private final Clock clock;

    ImportSchedules(
            ImportAccess access,
            EnforcementPoint enforcement,
            DraftCheck drafts,
            ScheduleRows schedules,
            RunRows runs,
            ScheduleRunner runner,
            Clock clock) {
        this.access = access;
        this.enforcement = enforcement;
        this.drafts = drafts;
        this.schedules = schedules;
        this.runs = runs;
        this.runner = runner;
        this.clock = clock;
    }

    /** By name. Throws {@link NotViewable} for whoever may not look at imports. */
    public List<ImportSchedule> all(Caller caller) {
        requireViewing(caller);
        return schedules.all(caller.tenant());
    }

    public Optional<ImportSchedule> find(Caller caller, ScheduleId id) {
        requireViewing(caller);
        return schedules.find(caller.tenant(), id);
    }

    /** Newest first, at most 200; {@code before} is the number of the last one of the page before. */
    public List<ScheduleRun> runs(Caller caller, ScheduleId id, Optional<Integer> before, int limit) {
        requireViewing(caller);
        return runs.latest(caller.tenant(), id, before, Math.clamp(limit, 1, 200));
    }

    private void requireViewing(Caller caller) {
        access.againstViewing(caller).ifPresent(decision -> {
            throw new NotViewable(decision.request().action(), decision);
        });
    }

    /** Its first run is due at once. Fails with the code of the first part that cannot be. */
    public Enforced<ImportSchedule> create(Caller caller, ScheduleDraft draft) {
        var id = ScheduleId.random();
        return enforcement.perform(ScheduleActions.of(caller, id, draft.kind(), "create"), () -> {
            var settled = drafts.settled(caller, draft, Optional.empty(), Optional.empty());
            requireFree(caller.tenant(), settled.name(), Optional.empty());
            if (schedules.all(caller.tenant()).size() >= MOST) {
                throw new ChangeFailure("too-many", "A tenant has at most " + MOST + " schedules. Delete one first.");
            }
            schedules.insert(caller, id, settled, clock.instant());
            return ScheduleActions.effect(schedules.find(caller.tenant(), id).orElseThrow(), "create");
        });
    }

    /** All of it anew, except a token that is left out. What was taken before no longer counts as seen. */
    public Optional<Enforced<ImportSchedule>> change(Caller caller, ScheduleId id, ScheduleDraft draft) {
        return known(caller, id)
                .map(before -> enforcement.perform(ScheduleActions.of(caller, id, before.kind(), "change"), () -> {
                    var kept = schedules.secrets(caller.tenant(), id);
                    var settled = drafts.settled(caller, draft, Optional.of(before), Optional.of(kept));
                    requireFree(caller.tenant(), settled.name(), Optional.of(id));
                    schedules.change(caller, id, settled, clock.instant());
                    return ScheduleActions.effect(again(caller, id), "change");
                }));
    }

    public Optional<Enforced<ImportSchedule>> pause(Caller caller, ScheduleId id) {
        return known(caller, id)
                .map(before -> enforcement.perform(ScheduleActions.of(caller, id, before.kind(), "pause"), () -> {
                    schedules.pause(caller.tenant(), id, "A person paused it.");
                    return ScheduleActions.effect(again(caller, id), "pause");
                }));
    }

    /** Runs again from now on, on the caller's behalf, with no failures counted. */
    public Optional<Enforced<ImportSchedule>> resume(Caller caller, ScheduleId id) {
        return known(caller, id)
                .map(before -> enforcement.perform(ScheduleActions.of(caller, id, before.kind(), "resume"), () -> {
                    schedules.resume(caller, id, clock.instant());
                    return ScheduleActions.effect(again(caller, id), "resume");
                }));
    }

    /** With its runs; imports and receipts stay. */
    public Optional<Enforced<ImportSchedule>> delete(Caller caller, ScheduleId id) {
        return known(caller, id)
                .map(before -> enforcement.perform(ScheduleActions.of(caller, id, before.kind(), "delete"), () -> {
                    if (!schedules.delete(caller.tenant(), id)) {
                        throw new ChangeFailure("gone", "Somebody deleted this schedule meanwhile.");
                    }
                    return ScheduleActions.effect(before, "delete");
                }));
    }

    /** One run at once on the caller's behalf, also of a paused schedule; it goes on in the background. Fails with {@code already-running}. */
    public Optional<Enforced<ImportSchedule>> run(Caller caller, ScheduleId id) {
        return known(caller, id).map(before -> run(caller, before));
    }

    private Enforced<ImportSchedule> run(Caller caller, ImportSchedule schedule) {
        var claims = new java.util.concurrent.atomic.AtomicReference<Optional<Claim>>(Optional.empty());
        var ended = enforcement.perform(ScheduleActions.of(caller, schedule.id(), schedule.kind(), "run"), () -> {
            var claim = runs.claim(caller.tenant(), schedule.id(), clock.instant());
            if (claim.isEmpty()) {
                throw new ChangeFailure(
                        "already-running", "A run of this schedule is under way. Look at it when it has ended.");
            }
            claims.set(claim);
            return ScheduleActions.effect(again(caller, schedule.id()), "run");
        });
        if (ended instanceof Enforced.Done<ImportSchedule> done) {
            claims.get()
                    .ifPresent(claim -> runner.start(
                                    claim, done.value(), caller, done.receipt().id())
                            .exceptionally(_ -> Ended.unchanged("")));
        }
        return ended;
    }

    private void requireFree(TenantId tenant, String name, Optional<ScheduleId> except) {
        if (schedules.isTaken(tenant, name, except)) {
            throw new ChangeFailure("name-taken", "Another schedule has this name. Choose another one.");
        }
    }

    private ImportSchedule again(Caller caller, ScheduleId id) {
        return schedules
                .find(caller.tenant(), id)
                .orElseThrow(() -> new ChangeFailure("gone", "Somebody deleted this schedule meanwhile."));
    }

    private Optional<ImportSchedule> known(Caller caller, ScheduleId id) {
        return schedules.find(caller.tenant(), id);
    }
}
