package io.switchboard.control.bundles;

import io.switchboard.control.policy.PastDecisions.Alike;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.WhatIf.Answer;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two versions asked the same, once for all decisions that are alike. Nothing but the decisions and the two has a say. */
final class Comparison {

    private final TenantId tenant;
    private final Function<PolicyRequest, Answer> before;
    private final Function<PolicyRequest, Answer> after;
    private final Map<String, Flip> flips = new HashMap<>();
    private Simulation.Totals totals = Simulation.Totals.NONE;

    Comparison(TenantId tenant, Function<PolicyRequest, Answer> before, Function<PolicyRequest, Answer> after) {
        this.tenant = tenant;
        this.before = before;
        this.after = after;
    }

    Comparison over(List<Alike> groups, Map<DecisionId, PolicyRequest> requests) {
        for (var group : groups) {
            var request = requests.get(group.sample());
            if (request == null) {
                totals = totals.plus(new Simulation.Totals(0, 0, group.decisions(), 0, 0, 0, 0));
            } else {
                compare(group, request);
            }
        }
        return this;
    }

    List<Flip> flips() {
        return new ArrayList<>(flips.values());
    }

    Simulation.Totals totals() {
        return totals;
    }

    private void compare(Alike group, PolicyRequest request) {
        var was = before.apply(request);
        var is = after.apply(request);
        long all = group.decisions();
        totals = totals.plus(new Simulation.Totals(
                all,
                1,
                0,
                is.error() ? all : 0,
                was.allowed() == group.allowed() ? 0 : all,
                was.allowed() && !is.allowed() ? all : 0,
                !was.allowed() && is.allowed() ? all : 0));
        if (was.allowed() != is.allowed()) {
            var flip = new Flip(
                    tenant,
                    request.action(),
                    is.allowed(),
                    is.error(),
                    was.determiningPolicies(),
                    is.determiningPolicies(),
                    all,
                    group.sample());
            flips.merge(flip.key().hex(), flip, Comparison::together);
        }
    }

    private static Flip together(Flip one, Flip other) {
        return new Flip(
                one.tenant(),
                one.action(),
                one.toAllow(),
                one.error(),
                one.beforeBy(),
                one.afterBy(),
                one.decisions() + other.decisions(),
                one.sample());
    }
}
