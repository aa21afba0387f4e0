package io.switchboard.control.enforcement.web;

import io.switchboard.control.enforcement.Shadows;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.Decisions;
import io.switchboard.control.policy.Evaluated;
import io.switchboard.control.policy.RecordedDecision;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A decision of the caller's tenant, as receipts name it. Another tenant's is 404 like one that never was. */
@RestController
class DecisionController {

    private final Decisions decisions;
    private final Shadows shadows;

    DecisionController(Decisions decisions, Shadows shadows) {
        this.decisions = decisions;
        this.shadows = shadows;
    }

    @GetMapping("/api/decisions/{id}")
    Body find(Caller caller, @PathVariable String id) {
        return Optional.of(id)
                .filter(DecisionId::isValid)
                .flatMap(valid -> decisions.find(caller.tenant(), new DecisionId(valid)))
                .map(found -> Body.of(found, shadows.beside(caller, found)))
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such decision. Receipts of /api/receipts name theirs."));
    }

    /**
     * {@code enforced} is what happened: {@code allowed} or {@code denied}. {@code evaluated} is what the policies in shadow said beside it: the same words, {@code error} or {@code missed}; null
     * where nothing was in shadow, and for everybody who may not look at the versions of the policies.
     */
    record Body(
            String id,
            String action,
            String resourceType,
            String resourceId,
            String enforced,
            Optional<String> evaluated,
            Optional<Shadow> shadow,
            String bundleDigest,
            List<String> determiningPolicies,
            List<Decision.Reason> reasons,
            Instant decidedAt,
            String correlationId) {

        static Body of(RecordedDecision decision, Optional<Evaluated> evaluated) {
            return new Body(
                    decision.id().value(),
                    decision.action().value(),
                    decision.resourceType(),
                    decision.resourceId(),
                    decision.enforced().wire(),
                    evaluated.map(beside -> beside.verdict().wire()),
                    evaluated.map(Shadow::of),
                    decision.bundleDigest().hex(),
                    decision.determiningPolicies(),
                    decision.reasons(),
                    decision.decidedAt(),
                    decision.correlation().value());
        }
    }

    /** The version that was in shadow, and the policies that its answer follows from. */
    record Shadow(int version, List<String> determiningPolicies) {

        static Shadow of(Evaluated evaluated) {
            return new Shadow(evaluated.version(), evaluated.determiningPolicies());
        }
    }
}
