package io.switchboard.operations.imports.schedules;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.policy.Decision;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportAccess;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.outbound.Downloaded;
import io.switchboard.platform.outbound.OutboundException;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A run from the question whether its owner still may, over the file, to its plan or commit. Each step is the same governed service that a person uses; the
 * plan's receipt follows from the one with which the schedule was set, or with which the run was asked for.
 */
@Component
class OneRun {

    private final ImportAccess access;
    private final ImportService imports;
    private final SavedMappings mappings;
    private final ScheduleRows schedules;
    private final RunRows runs;
    private final Fetching fetching;
    private final Clock clock;

    OneRun(
            ImportAccess access,
            ImportService imports,
            SavedMappings mappings,
            ScheduleRows schedules,
            RunRows runs,
            Fetching fetching,
            Clock clock) {
        this.access = access;
        this.imports = imports;
        this.mappings = mappings;
        this.schedules = schedules;
        this.runs = runs;
        this.fetching = fetching;
        this.clock = clock;
    }

    /** Whom a run is for, why, and whether a person asked for it. */
    record Order(Claim claim, ImportSchedule schedule, Caller caller, ReceiptId because, boolean byHand) {}

    /** What has been fetched, and how it is compared with the next time. */
    private record Fetched(Spooled file, RunRows.Seen seen) {}

    Ended run(Order order) {
        var refusal = access.againstBringing(order.caller(), order.schedule().kind());
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var mapping = mapping(order);
        if (mapping.isEmpty()) {
            return Ended.failed(
                    "mapping-gone",
                    "Its saved mapping was deleted. Save one of that kind again and choose it for this schedule.");
        }
        try (var file = new Spooled()) {
            return fetched(order, mapping.get(), file);
        } catch (OutboundException e) {
            return Ended.failed(e.code(), e.sentence());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The fetched file could not be kept for a moment", e);
        }
    }

    private Optional<Map<String, String>> mapping(Order order) {
        var wanted = order.schedule().mapping();
        return wanted.isEmpty()
                ? Optional.of(Map.of())
                : wanted.flatMap(id -> mappings.find(order.caller(), id)).map(saved -> saved.mapping());
    }

    private Ended fetched(Order order, Map<String, String> mapping, Spooled file) throws IOException {
        var schedule = order.schedule();
        var tenant = order.caller().tenant();
        var before = runs.seen(tenant, schedule.id());
        var known = counts(order, before);
        var secrets = schedules.secrets(tenant, schedule.id());
        var etag = known ? before.etag() : Optional.<String>empty();
        return switch (fetching.fetch(schedule.source(), secrets, etag, file)) {
            case Downloaded.Unchanged _ -> unchanged(order, before);
            case Downloaded.Content content -> {
                var seen = new RunRows.Seen(content.etag(), Optional.of(file.digest()), Optional.empty());
                yield known && before.digest().equals(seen.digest())
                        ? unchanged(order, before)
                        : taken(order, mapping, new Fetched(file, seen));
            }
        };
    }

    /** By the clock, the same content is never planned twice. A person who asks gets a plan unless there is one that can still be committed, or was. */
    private boolean counts(Order order, RunRows.Seen before) {
        return before.imported().isPresent()
                && (!order.byHand()
                        || status(order, before)
                                .filter(status -> status == ImportStatus.COMMITTED || status == ImportStatus.PLANNED)
                                .isPresent());
    }

    private Optional<ImportStatus> status(Order order, RunRows.Seen before) {
        return before.imported().flatMap(id -> imports.find(order.caller(), id)).map(ImportPlan::status);
    }

    private Ended unchanged(Order order, RunRows.Seen before) {
        var was = status(order, before)
                .map(status -> switch (status) {
                    case COMMITTED -> " It was committed.";
                    case PLANNED -> " Its plan still waits for a commit.";
                    case UPLOADED, PLANNING, COMMITTING, STALE, EXPIRED, FAILED, DISCARDED ->
                        " Its plan is " + status.wire() + "; open the import for a new dry run of the file, or run this"
                                + " schedule by hand.";
                })
                .orElse("");
        return Ended.unchanged("The file is the one that was taken before, so there is no new plan." + was);
    }

    private Ended taken(Order order, Map<String, String> mapping, Fetched fetched) throws IOException {
        if (!runs.renew(order.claim(), clock.instant())) {
            return lost();
        }
        var source = order.schedule().source();
        try (var content = fetched.file().in()) {
            var upload = imports.upload(
                    order.caller(), order.schedule().kind(), source.fileName(), content, order.because());
            return switch (upload) {
                case Upload.Accepted(var plan) -> planned(order, plan.id(), mapping, fetched.seen());
                case Upload.Unreadable(var code, var explanation) -> Ended.failed(code, explanation);
                case Upload.Refused(var refusal) -> refused(refusal);
            };
        }
    }

    private Ended planned(Order order, ImportId id, Map<String, String> mapping, RunRows.Seen seen) {
        runs.imports(order.claim(), id);
        return switch (imports.plan(order.caller(), id, mapping).orElseThrow()) {
            case Enforced.Done<ImportPlan> done -> onPlan(order, done, remembering(seen, id));
            case Enforced.Refused<ImportPlan> refused -> refused(refused);
            case Enforced.Failed<ImportPlan> failed -> failed(failed);
        };
    }

    private static RunRows.Seen remembering(RunRows.Seen seen, ImportId id) {
        return new RunRows.Seen(seen.etag(), seen.digest(), Optional.of(id));
    }

    private Ended onPlan(Order order, Enforced.Done<ImportPlan> done, RunRows.Seen seen) {
        var receipt = done.receipt().id();
        var counts = done.value().counts();
        if (order.schedule().onPlan() == OnPlan.PLAN) {
            return Ended.done(RunOutcome.PLANNED, "A plan waits for a person to commit it. " + limit(), receipt, seen);
        }
        if (counts.reject() + counts.conflict() + counts.held() > 0) {
            return Ended.done(
                    RunOutcome.WAITING,
                    "Not committed, because " + counts.reject() + " rows are rejected, " + counts.conflict()
                            + " in conflict and " + counts.held() + " held. Look at them and commit by hand. "
                            + limit(),
                    receipt,
                    seen);
        }
        return counts.changes() == 0
                ? Ended.done(RunOutcome.UNCHANGED, "The file changes nothing of what is here.", receipt, seen)
                : committed(order, done.value().id(), seen);
    }

    private static String limit() {
        return "A plan can be committed for 30 minutes; after that, open the import for a new dry run of the same file.";
    }

    private Ended committed(Order order, ImportId id, RunRows.Seen seen) {
        if (!runs.renew(order.claim(), clock.instant())) {
            return lost();
        }
        return switch (imports.commit(order.caller(), id, Set.of()).orElseThrow()) {
            case Enforced.Done<ImportPlan> done ->
                Ended.done(
                        RunOutcome.COMMITTED,
                        "Committed: " + done.value().counts().changes() + " changes.",
                        done.receipt().id(),
                        seen);
            case Enforced.Refused<ImportPlan> refused -> refused(refused);
            case Enforced.Failed<ImportPlan> failed -> failed(failed);
        };
    }

    private static Ended lost() {
        return Ended.failed("lost", "Another node took this run over, because this one was too slow.");
    }

    private static Ended refused(Enforced.Refused<ImportPlan> refused) {
        return Ended.refused(
                "Not allowed on behalf of whoever set this schedule. " + reasons(refused.decision()),
                refused.receipt().id());
    }

    private static Ended failed(Enforced.Failed<ImportPlan> failed) {
        return Ended.failed(
                failed.failure().code(),
                failed.failure().explanation(),
                failed.receipt().id());
    }

    private static String reasons(Decision decision) {
        return decision.reasons().stream()
                .map(reason -> reason.why() + " " + reason.help())
                .collect(Collectors.joining(" "));
    }
}
