package io.switchboard.control.policy;

import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An answer of the policy decision point, with what it followed from. {@code determiningPolicies} are the policies' own ids
 * ({@code imports.commit}); {@code reasons} say in plain words what each of them means and are empty only for an allow. {@code took} is how
 * long the evaluation lasted.
 */
public record Decision(
        DecisionId id,
        PolicyRequest request,
        boolean allowed,
        Sha256 bundleDigest,
        List<String> determiningPolicies,
        List<Reason> reasons,
        Instant decidedAt,
        Duration took) {

    /** A stable code ({@code no-permit}, {@code imports.blast-radius}), why in plain words, and what the person can do next. */
    public record Reason(String code, String why, String help) {}

    public Decision {
        determiningPolicies = List.copyOf(determiningPolicies);
        reasons = List.copyOf(reasons);
    }

    /** A decision whose evaluation was not timed. */
    public Decision(
            DecisionId id,
            PolicyRequest request,
            boolean allowed,
            Sha256 bundleDigest,
            List<String> determiningPolicies,
            List<Reason> reasons,
            Instant decidedAt) {
        this(id, request, allowed, bundleDigest, determiningPolicies, reasons, decidedAt, Duration.ZERO);
    }

    public List<String> reasonCodes() {
        return reasons.stream().map(Reason::code).toList();
    }
}
