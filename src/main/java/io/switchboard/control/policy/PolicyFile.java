package io.switchboard.control.policy;

import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One {@code .cedar} file, read policy by policy: each begins with its {@code @id} at the start of a line. */
record PolicyFile(String name, String text) {

    private static final Pattern NEXT_POLICY = Pattern.compile("(?m)^(?=@id\\()");
    private static final Pattern ID = Pattern.compile("@id\\(\"([a-z][a-z0-9.-]{1,80})\"\\)");

    /** A part of the file and the line that it begins at. */
    record Part(int line, String text) {}

    List<NamedPolicy> policies() {
        return parts().stream().flatMap(part -> read(part).stream()).toList();
    }

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        int line = 1;
        for (var text : NEXT_POLICY.splitAsStream(text).toList()) {
            parts.add(new Part(line, text));
            line += (int) text.chars().filter(character -> character == '\n').count();
        }
        return parts;
    }

    private List<NamedPolicy> read(Part part) {
        var id = ID.matcher(part.text());
        var policy = id.lookingAt() ? "policy " + id.group(1) : "the text before the first @id";
        var parsed = parse(part, policy);
        if (id.lookingAt() ? parsed != 1 : parsed != 0) {
            throw invalid(part, policy, "every policy begins with @id(\"module.name\") at the start of a line");
        }
        return parsed == 0 ? List.of() : List.of(named(id.group(1), part, policy));
    }

    private int parse(Part part, String policy) {
        try {
            var set = PolicySet.parsePolicies(part.text());
            return set.policies.size() + set.templates.size();
        } catch (InternalException e) {
            throw invalid(part, policy, Cedar.words(e));
        }
    }

    private NamedPolicy named(String id, Part part, String policy) {
        var cedar = new Policy(part.text(), id);
        var annotations = annotations(cedar, part, policy);
        return new NamedPolicy(
                name,
                part.line(),
                id,
                annotation(annotations, "why", part, policy),
                annotation(annotations, "help", part, policy),
                part.text(),
                cedar);
    }

    private Map<String, String> annotations(Policy cedar, Part part, String policy) {
        try {
            return cedar.getAnnotations();
        } catch (InternalException e) {
            throw invalid(part, policy, Cedar.words(e));
        }
    }

    private String annotation(Map<String, String> annotations, String key, Part part, String policy) {
        var value = annotations.getOrDefault(key, "");
        if (value.isBlank()) {
            throw invalid(part, policy, "@" + key + " is missing, so nobody could be told what the policy means");
        }
        return value;
    }

    private InvalidPolicyException invalid(Part part, String policy, String problem) {
        return new InvalidPolicyException(BundleProblem.of(name, part.line(), policy, problem));
    }
}
