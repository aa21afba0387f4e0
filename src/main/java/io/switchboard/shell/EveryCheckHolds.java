package io.switchboard.shell;

import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.AccessCheckDecisionResolver;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationContext;
import java.util.List;

/** A navigation passes if at least one check allows it and none stands against it; silence is a refusal. */
final class EveryCheckHolds implements AccessCheckDecisionResolver {

    private static final long serialVersionUID = 1L;

    @Override
    public AccessCheckResult resolve(List<AccessCheckResult> results, NavigationContext context) {
        var against = results.stream()
                .filter(result -> result.decision() == AccessCheckDecision.DENY
                        || result.decision() == AccessCheckDecision.REJECT)
                .findFirst();
        if (against.isPresent()) {
            return context.deny(String.valueOf(against.get().reason()));
        }
        return results.stream().anyMatch(result -> result.decision() == AccessCheckDecision.ALLOW)
                ? context.allow()
                : context.deny("no check allows this view");
    }
}
