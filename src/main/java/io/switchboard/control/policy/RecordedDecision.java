package io.switchboard.control.policy;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A decision's row, as an explain view shows it. {@code allowed} was enforced; {@code evaluated} is what the version in shadow said beside it, where there was one. */
public record RecordedDecision(
        TenantId tenant,
        DecisionId id,
        Actor actor,
        ActionId action,
        String resourceType,
        String resourceId,
        boolean allowed,
        Sha256 bundleDigest,
        List<String> determiningPolicies,
        List<Decision.Reason> reasons,
        CorrelationId correlation,
        Instant decidedAt,
        Duration took,
        Optional<Evaluated> evaluated) {

    /** The outcome that counted. */
    public Evaluated.Verdict enforced() {
        return Evaluated.Verdict.of(allowed);
    }
}
