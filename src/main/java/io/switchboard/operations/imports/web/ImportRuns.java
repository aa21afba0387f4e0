package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportJobs;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** Dry runs and commits that a client waits for: two seconds, then 202 and the place to ask. */
record ImportRuns(ImportService imports, ImportJobs jobs) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

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
        return answered(run, PATIENCE, () -> accepted(caller, id));
    }

    static ResponseEntity<?> answered(
            CompletableFuture<Optional<Enforced<ImportPlan>>> run,
            Duration patience,
            Supplier<ResponseEntity<?>> underWay) {
        try {
            return run.get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .<ResponseEntity<?>>map(EnforcedAnswer::of)
                    .orElseGet(ImportProblems::notFound);
        } catch (TimeoutException e) {
            return underWay.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return underWay.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The import ended with an error", e.getCause());
        }
    }

    private ResponseEntity<?> accepted(Caller caller, ImportId id) {
        return imports.find(caller, id)
                .map(ImportAnswer::of)
                .<ResponseEntity<?>>map(ImportRuns::accepted)
                .orElseGet(ImportProblems::notFound);
    }

    static ResponseEntity<ImportAnswer> accepted(ImportAnswer answer) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + answer.id()))
                .body(answer);
    }
}
