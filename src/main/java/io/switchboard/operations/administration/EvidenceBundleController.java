package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.control.receipts.SharedValues;
import io.switchboard.kernel.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/evidence-bundles}: answers the zip, or a problem (RFC 9457) that names decision and receipt. {@code disclose} names the disclosed values that go
 * along, separated by commas; all of them where it is absent, none where it is empty.
 */
@RestController
class EvidenceBundleController {

    private final EvidenceExports exports;

    EvidenceBundleController(EvidenceExports exports) {
        this.exports = exports;
    }

    @PostMapping(
            path = "/api/evidence-bundles",
            produces = {"application/zip", "application/problem+json"})
    ResponseEntity<?> export(
            Caller caller,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Set<String> disclose,
            @RequestParam(defaultValue = "true") boolean documents) {
        var scope = new BundleScope(
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(since),
                new SharedValues(Optional.ofNullable(disclose)),
                documents);
        return switch (exports.export(caller, scope)) {
            case Enforced.Done<byte[]> done ->
                ResponseEntity.ok()
                        .header("Content-Type", "application/zip")
                        .header("Content-Disposition", "attachment; filename=\"evidence.zip\"")
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(done.value());
            case Enforced.Refused<byte[]> refused -> problem(Problems.of(refused));
            case Enforced.Failed<byte[]> failed -> problem(Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT));
        };
    }

    /** Whatever was asked for: no archive can say this. */
    private static ResponseEntity<ProblemDetail> problem(ErrorResponseException problem) {
        return ResponseEntity.status(problem.getStatusCode())
                .header("Content-Type", "application/problem+json")
                .body(problem.getBody());
    }
}
