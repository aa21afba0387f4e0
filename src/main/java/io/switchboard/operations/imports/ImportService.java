package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Imports of one tenant, from upload over plan to commit. A plan is a promise: a commit does exactly that plan in one transaction, or nothing.
 * Another tenant's import is never found; whoever may not view imports gets {@link NotViewable}. Calls run to the end; {@code ImportJobs} runs them in the background.
 */
@Service
public class ImportService {

    private final ImportAccess access;
    private final Lookup lookup;
    private final Uploading uploading;
    private final Planning planning;
    private final Committing committing;
    private final Discarding discarding;
    private final Repeating repeating;
    private final Reverting reverting;
    private final PlannedRows planned;

    ImportService(
            ImportAccess access,
            Lookup lookup,
            Uploading uploading,
            Planning planning,
            Committing committing,
            Discarding discarding,
            Repeating repeating,
            Reverting reverting,
            PlannedRows planned) {
        this.access = access;
        this.lookup = lookup;
        this.uploading = uploading;
        this.planning = planning;
        this.committing = committing;
        this.discarding = discarding;
        this.repeating = repeating;
        this.reverting = reverting;
        this.planned = planned;
    }

    /** Stores a file and recognises how it is written; nothing is planned yet. Not read into memory: the stream is stored as it comes. */
    public Upload upload(Caller caller, String kind, String fileName, InputStream content) {
        return uploading.upload(caller, kind, fileName, content);
    }

    /** Like the other for what was not brought by a person at that moment: the dry run's receipt follows from {@code because}. */
    public Upload upload(Caller caller, String kind, String fileName, InputStream content, ReceiptId because) {
        return uploading.upload(caller, kind, fileName, content, because);
    }

    public Optional<ImportPlan> find(Caller caller, ImportId id) {
        access.requireViewing(caller);
        return known(caller, id);
    }

    /** Newest first, at most 500. */
    public List<ImportPlan> latest(Caller caller, int limit) {
        access.requireViewing(caller);
        return lookup.latest(caller.tenant(), limit);
    }

    /** Dry run: validates every row, compares with the target and stores the plan. An empty mapping takes the draft's. */
    public Optional<Enforced<ImportPlan>> plan(Caller caller, ImportId id, Map<String, String> mapping) {
        return known(caller, id).map(plan -> planning.plan(caller, plan, mapping));
    }

    /** Does exactly the plan. {@code ticked} are the keys of held rows that the person includes; all other held rows stay out. */
    public Optional<Enforced<ImportPlan>> commit(Caller caller, ImportId id, Set<String> ticked) {
        return known(caller, id).map(plan -> committing.commit(caller, plan, ticked));
    }

    /** Does exactly the plan with the rows that were ticked on its page. */
    public Optional<Enforced<ImportPlan>> commit(Caller caller, ImportId id) {
        return known(caller, id).map(plan -> committing.commit(caller, plan, Set.copyOf(planned.ticked(plan))));
    }

    /** Ends a plan that will not be committed. Its rows stay readable. */
    public Optional<Enforced<ImportPlan>> discard(Caller caller, ImportId id) {
        return known(caller, id).map(plan -> discarding.discard(caller, plan));
    }

    /** A new import of the same file with the same mapping, for a plan that has ended. */
    public Optional<Upload> again(Caller caller, ImportId id) {
        return known(caller, id).map(plan -> again(caller, plan));
    }

    private Upload again(Caller caller, ImportPlan plan) {
        return plan.reverts()
                .flatMap(reverted -> revert(caller, reverted))
                .orElseGet(() -> repeating.again(caller, plan));
    }

    /** A new import that undoes a committed one; to be planned, looked at and committed as any other. */
    public Optional<Upload> revert(Caller caller, ImportId id) {
        return known(caller, id).map(plan -> reverting.revert(caller, plan));
    }

    /** The imports that undid this one, newest first. */
    public List<ImportPlan> revertsOf(Caller caller, ImportPlan committed) {
        access.requireViewing(caller);
        return committed.tenant().equals(caller.tenant()) ? reverting.revertsOf(committed) : List.of();
    }

    /** For governed actions, which are refused with a receipt and show no row. */
    private Optional<ImportPlan> known(Caller caller, ImportId id) {
        return lookup.find(caller.tenant(), id);
    }
}
