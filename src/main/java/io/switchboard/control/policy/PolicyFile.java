package io.switchboard.control.policy;

import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One {@code .cedar} file, read policy by policy: each begins with its {@code @id} at the start of a line. */
record PolicyFile(String name, String text) {

    private static final Pattern NEXT_POLICY = Pattern.compile("(?m)^(?=@id\\()");
    private static final Pattern ID = Pattern.compile("@id\\(\"([a-z][a-z0-9.-]{1,80})\"\\)");

    List<NamedPolicy> policies() {
        return Arrays.stream(NEXT_POLICY.split(text))
                .flatMap(part -> read(part).stream())
                .toList();
    }

    private List<NamedPolicy> read(String part) {
        var id = ID.matcher(part);
        var policy = id.lookingAt() ? "policy " + id.group(1) : "the text before the first @id";
        var parsed = parse(part, policy);
        if (id.lookingAt() ? parsed != 1 : parsed != 0) {
            throw invalid(policy, "every policy begins with @id(\"module.name\") at the start of a line");
        }
        return parsed == 0 ? List.of() : List.of(named(id.group(1), part, policy));
    }

    private int parse(String part, String policy) {
        try {
            var set = PolicySet.parsePolicies(part);
            return set.policies.size() + set.templates.size();
        } catch (InternalException e) {
            throw invalid(policy, String.valueOf(e.getMessage()));
        }
    }

    private NamedPolicy named(String id, String source, String policy) {
        var cedar = new Policy(source, id);
        var annotations = annotations(cedar, policy);
        return new NamedPolicy(
                name, id, annotation(annotations, "why", policy), annotation(annotations, "help", policy), cedar);
    }

    private Map<String, String> annotations(Policy cedar, String policy) {
        try {
            return cedar.getAnnotations();
        } catch (InternalException e) {
            throw invalid(policy, String.valueOf(e.getMessage()));
        }
    }

    private String annotation(Map<String, String> annotations, String key, String policy) {
        var value = annotations.getOrDefault(key, "");
        if (value.isBlank()) {
            throw invalid(policy, "@" + key + " is missing, so nobody could be told what the policy means");
        }
        return value;
    }

    private InvalidPolicyException invalid(String policy, String problem) {
        return new InvalidPolicyException(name, policy, problem);
    }
}
