package io.switchboard.operations.imports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.scheduling.BackgroundJobs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Runs dry runs and commits in the background under the correlation of who asked; they end whether or not anybody still watches. */
@Component
public class ImportJobs {

    private final ImportService imports;
    private final BackgroundJobs jobs;

    ImportJobs(ImportService imports, BackgroundJobs jobs) {
        this.imports = imports;
        this.jobs = jobs;
    }

    public CompletableFuture<Optional<Enforced<ImportPlan>>> plan(
            Caller caller, ImportId id, Map<String, String> mapping) {
        return jobs.start("import", () -> imports.plan(caller, id, mapping));
    }

    public CompletableFuture<Optional<Enforced<ImportPlan>>> commit(Caller caller, ImportId id, Set<String> ticked) {
        return jobs.start("import", () -> imports.commit(caller, id, ticked));
    }
}
