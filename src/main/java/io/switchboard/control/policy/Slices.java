package io.switchboard.control.policy;

import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One parsed and cached policy set per action of the schema: the policies whose scope names that action, a group of actions, or none. A set may
 * hold too much (that costs time), never too little (that would lose a forbid).
 */
final class Slices {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of policy sets in a JVM: its native cache is full at 1,024 by itself, which a handful of versions reach. What is unreachable leaves it. */
    private static final int MOST_CACHED = 65_536;

    static {
        PolicySet.setCacheMaxPolicySets(MOST_CACHED);
    }

    private final Map<String, PolicySet> byAction = new LinkedHashMap<>();

    private Slices() {}

    static Slices of(PolicyBundle bundle) {
        try {
            bundle.schema().cache();
            var slices = new Slices();
            slices.cut(bundle, actions(bundle));
            return slices;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The policy bundle was valid but could not be prepared for evaluation; see the cause.", e);
        }
    }

    Optional<PolicySet> of(String action) {
        return Optional.ofNullable(byAction.get(action));
    }

    Set<String> actions() {
        return byAction.keySet();
    }

    private void cut(PolicyBundle bundle, JsonNode actions) throws InternalException, CacheException {
        var groups = groups(actions);
        var named = named(bundle);
        for (var action : actions.propertyNames()) {
            var set = PolicyBundle.setOf(List.of());
            for (var policy : bundle.policies().values()) {
                if (concerns(named.getOrDefault(policy.id(), Set.of()), action, groups)) {
                    set.policies.add(policy.cedar());
                }
            }
            set.cache();
            byAction.put(action, set);
        }
    }

    /** Cedar's JSON schema: namespace (here the empty one) → actions → name → memberOf. */
    private static JsonNode actions(PolicyBundle bundle) throws Exception {
        return JSON.readTree(bundle.schema().toJsonFormat().toString()).path("").path("actions");
    }

    private static Set<String> groups(JsonNode actions) {
        var groups = new HashSet<String>();
        actions.forEach(action -> action.path("memberOf")
                .forEach(group -> groups.add(group.path("id").asString())));
        return groups;
    }

    private static Map<String, Set<String>> named(PolicyBundle bundle) throws InternalException {
        var named = new HashMap<String, Set<String>>();
        for (var policy : bundle.policies().values()) {
            named.put(policy.id(), named(JSON.readTree(policy.cedar().toJson()).path("action")));
        }
        return named;
    }

    private static boolean concerns(Set<String> named, String action, Set<String> groups) {
        return named.isEmpty() || named.contains(action) || named.stream().anyMatch(groups::contains);
    }

    /** The actions a scope names: {@code == entity}, {@code in entity}, {@code in [entities]}; none for {@code All}. */
    private static Set<String> named(JsonNode scope) {
        var named = new HashSet<String>();
        scope.path("entities").forEach(entity -> named.add(entity.path("id").asString()));
        if (scope.has("entity")) {
            named.add(scope.path("entity").path("id").asString());
        }
        return named;
    }
}
