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

/** A decision's row, as an explain view shows it: attributes and context of the request are not kept. */
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
        Duration took) {}
