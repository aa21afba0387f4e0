package io.switchboard.control.policy;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Finds who can help: asks the same question again with each single role added. */
record WhoCould(CedarEvaluator evaluator) {

    String help(PolicyRequest request) {
        var roles = roles(request);
        return roles.isEmpty()
                ? "No single role may do this here. Ask a partner-admin of your tenant what the right way is."
                : roles.stream()
                                .map(WhoCould::withArticle)
                                .collect(Collectors.joining(" or "))
                                .transform(who -> Character.toUpperCase(who.charAt(0)) + who.substring(1))
                        + " can do this.";
    }

    private List<Role> roles(PolicyRequest request) {
        return Arrays.stream(Role.values())
                .filter(role -> !request.caller().has(role))
                .filter(role -> evaluator.evaluate(with(request, role)).isAllowed())
                .toList();
    }

    private static PolicyRequest with(PolicyRequest request, Role role) {
        var caller = request.caller();
        var roles = new HashSet<>(caller.roles());
        roles.add(role);
        return new PolicyRequest(
                new Caller(caller.tenant(), caller.actor(), roles),
                request.action(),
                request.resource(),
                request.context());
    }

    private static String withArticle(Role role) {
        return ("aeio".indexOf(role.wire().charAt(0)) >= 0 ? "an " : "a ") + role.wire();
    }
}
