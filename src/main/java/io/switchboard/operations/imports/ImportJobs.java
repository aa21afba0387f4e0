package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs dry runs and commits in the background under the correlation of who asked; they end whether or not anybody still watches. */
@Component
public class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private final Set<ImportId> running = ConcurrentHashMap.newKeySet();
    private final ImportService imports;
    private final BackgroundJobs jobs;

    ImportJobs(ImportService imports, BackgroundJobs jobs) {
        this.imports = imports;
        this.jobs = jobs;
    }

    public CompletableFuture<Optional<Enforced<ImportPlan>>> plan(
            Caller caller, ImportId id, Map<String, String> mapping) {
        return start(id, () -> imports.plan(caller, id, mapping));
    }

    public CompletableFuture<Optional<Enforced<ImportPlan>>> commit(Caller caller, ImportId id, Set<String> ticked) {
        return start(id, () -> imports.commit(caller, id, ticked));
    }

    /** With the rows that were ticked on the import's page. */
    public CompletableFuture<Optional<Enforced<ImportPlan>>> commit(Caller caller, ImportId id) {
        return start(id, () -> imports.commit(caller, id));
    }

    /** A dry run and, where it succeeds, the commit of its plan. */
    public CompletableFuture<Optional<Enforced<ImportPlan>>> planAndCommit(
            Caller caller, ImportId id, Map<String, String> mapping, Set<String> ticked) {
        return start(
                id,
                () -> imports.plan(caller, id, mapping)
                        .flatMap(ended -> ended instanceof Enforced.Done
                                ? imports.commit(caller, id, ticked)
                                : Optional.of(ended)));
    }

    /** A dry run of the same file as a new import; the answer says which, its run goes on. */
    public Optional<Upload> again(Caller caller, ImportId id) {
        return planned(caller, imports.again(caller, id));
    }

    /** A dry run that undoes a committed import; the answer says which new import it is, its run goes on. */
    public Optional<Upload> revert(Caller caller, ImportId id) {
        return planned(caller, imports.revert(caller, id));
    }

    private Optional<Upload> planned(Caller caller, Optional<Upload> upload) {
        if (upload.orElse(null) instanceof Upload.Accepted(var plan)) {
            plan(caller, plan.id(), Map.of()).exceptionally(e -> Optional.empty());
        }
        return upload;
    }

    /** Something was asked of the import on this node and has not ended. */
    public boolean isRunning(ImportId id) {
        return running.contains(id);
    }

    private <T> CompletableFuture<T> start(ImportId id, Supplier<T> work) {
        running.add(id);
        try {
            return jobs.start("import", () -> ended(id, work));
        } catch (RejectedExecutionException e) {
            running.remove(id);
            throw e;
        }
    }

    private <T> T ended(ImportId id, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            LOG.error("Work on import {} ended with an error", id, e);
            throw e;
        } finally {
            running.remove(id);
        }
    }
}
