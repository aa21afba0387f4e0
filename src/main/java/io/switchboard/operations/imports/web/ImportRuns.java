package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportJobs;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.ResponseEntity;

/** Dry runs and commits that a client waits for: two seconds, then 202 and the place to ask. */
record ImportRuns(ImportService imports, ImportJobs jobs) {

    private static final long PATIENCE_MILLIS = 2_000;

    ResponseEntity<?> plan(Caller caller, ImportId id, Map<String, String> mapping) {
        return answered(caller, id, jobs.plan(caller, id, mapping));
    }

    ResponseEntity<?> commit(Caller caller, ImportId id, Set<String> ticked) {
        return answered(caller, id, jobs.commit(caller, id, ticked));
    }

    ResponseEntity<?> planAndCommit(Caller caller, ImportId id, Map<String, String> mapping, Set<String> ticked) {
        return answered(caller, id, jobs.planAndCommit(caller, id, mapping, ticked));
    }

    private ResponseEntity<?> answered(
            Caller caller, ImportId id, CompletableFuture<Optional<Enforced<ImportPlan>>> run) {
        try {
            return run.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .<ResponseEntity<?>>map(EnforcedAnswer::of)
                    .orElseGet(ImportProblems::notFound);
        } catch (TimeoutException e) {
            return accepted(caller, id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return accepted(caller, id);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The import ended with an error", e.getCause());
        }
    }

    private ResponseEntity<?> accepted(Caller caller, ImportId id) {
        return imports.find(caller, id)
                .map(ImportAnswer::of)
                .<ResponseEntity<?>>map(answer -> ResponseEntity.accepted()
                        .location(URI.create("/api/imports/" + id))
                        .body(answer))
                .orElseGet(ImportProblems::notFound);
    }
}
