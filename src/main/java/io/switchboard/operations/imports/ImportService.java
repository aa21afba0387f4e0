package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.format.UnreadableFile;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Imports of one tenant, from upload over plan to commit. A plan is a promise: a commit does exactly that plan in one transaction, or nothing.
 * Another tenant's import is never found. Calls run to the end; {@code ImportJobs} runs them in the background.
 */
@Service
public class ImportService {

    private final Lookup lookup;
    private final Uploading uploading;
    private final Planning planning;
    private final Committing committing;
    private final Discarding discarding;
    private final Targets targets;
    private final Sources sources;
    private final ImportRows rows;

    ImportService(
            Lookup lookup,
            Uploading uploading,
            Planning planning,
            Committing committing,
            Discarding discarding,
            Targets targets,
            Sources sources,
            ImportRows rows) {
        this.lookup = lookup;
        this.uploading = uploading;
        this.planning = planning;
        this.committing = committing;
        this.discarding = discarding;
        this.targets = targets;
        this.sources = sources;
        this.rows = rows;
    }

    /**
     * Stores a file and recognises how it is written; nothing is planned yet. Throws {@link UnreadableFile} for what no mapping could make a table
     * of, and stores nothing then.
     */
    public ImportPlan upload(Caller caller, String kind, String fileName, InputStream content) {
        return uploading.upload(caller, kind, fileName, content);
    }

    /** What a wizard shows before the dry run: header, first rows, suggested mapping and how full each column is. */
    public Optional<ImportPreview> preview(Caller caller, ImportId id) {
        return find(caller, id).map(plan -> {
            try (var table = sources.table(plan)) {
                return ImportPreview.of(plan, targets.of(plan.kind()).columns(), table);
            }
        });
    }

    public Optional<ImportPlan> find(Caller caller, ImportId id) {
        return lookup.find(caller.tenant(), id);
    }

    /** Newest first, at most 500. */
    public List<ImportPlan> latest(Caller caller, int limit) {
        return lookup.latest(caller.tenant(), limit);
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
        return find(caller, id).map(plan -> planning.plan(caller, plan, mapping));
    }

    /** Does exactly the plan. {@code ticked} are the keys of held rows that the person includes; all other held rows stay out. */
    public Optional<Enforced<ImportPlan>> commit(Caller caller, ImportId id, Set<String> ticked) {
        return find(caller, id).map(plan -> committing.commit(caller, plan, ticked));
    }

    /** Ends a plan that will not be committed. Its rows stay readable. */
    public Optional<Enforced<ImportPlan>> discard(Caller caller, ImportId id) {
        return find(caller, id).map(plan -> discarding.discard(caller, plan));
    }
}
