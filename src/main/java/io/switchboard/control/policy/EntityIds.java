package io.switchboard.control.policy;

import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * For which actions it matters who asks about what, and not only with which roles and attributes: those with a policy that compares the principal or the resource itself with an entity. For all
 * others, requests that are alike but for the ids have the same answer.
 */
final class EntityIds {

    private static final JsonMapper JSON = new JsonMapper();

    private final Set<String> actions = new TreeSet<>();

    EntityIds(Slices slices) {
        for (var action : slices.actions()) {
            if (slices.of(action).stream().anyMatch(EntityIds::matter)) {
                actions.add(action);
            }
        }
    }

    boolean matterFor(String action) {
        return actions.contains(action);
    }

    Set<String> actions() {
        return actions;
    }

    private static boolean matter(PolicySet slice) {
        return slice.policies.stream().anyMatch(EntityIds::matter);
    }

    static boolean matter(Policy policy) {
        try {
            var json = JSON.readTree(policy.toJson());
            return scoped(json.path("principal")) || scoped(json.path("resource")) || compared(json.path("conditions"));
        } catch (InternalException e) {
            throw new IllegalStateException("Cedar could not write a policy as JSON that it had parsed.", e);
        }
    }

    /** {@code All} and {@code is} do without ids. */
    private static boolean scoped(JsonNode scope) {
        return scope.has("entity") || scope.has("entities") || scope.has("in");
    }

    /** A variable that stands anywhere but left of {@code .}, {@code has} or {@code is} is used as an entity. */
    private static boolean compared(JsonNode node) {
        if (isEntity(node)) {
            return true;
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .anyMatch(member -> isReading(member.getKey(), member.getValue())
                            ? readsOther(member.getValue())
                            : compared(member.getValue()));
        }
        return node.isArray() && node.valueStream().anyMatch(EntityIds::compared);
    }

    private static boolean isReading(String operator, JsonNode operands) {
        return Set.of(".", "has", "is").contains(operator) && operands.has("left") && !operands.has("in");
    }

    private static boolean readsOther(JsonNode operands) {
        return !isEntity(operands.path("left")) && compared(operands.path("left"));
    }

    private static boolean isEntity(JsonNode node) {
        var variable = node.path("Var").asString("");
        return variable.equals("principal") || variable.equals("resource");
    }
}
