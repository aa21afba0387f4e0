package io.switchboard.control.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import io.switchboard.kernel.Sha256;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema and the policies that are in force: parsed, validated (Cedar's strict mode), digested. The digest is that of the lines
 * {@code sha256sum} prints for the files in the order of their names, so anybody can recompute it.
 */
record PolicyBundle(Schema schema, Map<String, NamedPolicy> policies, Sha256 digest) {

    static final String SCHEMA_FILE = "schema.cedarschema";

    /** Reads the files (name to text), the schema among them. */
    static PolicyBundle of(Map<String, String> files) {
        var sorted = new TreeMap<>(files);
        var schema = schema(sorted);
        var policies = policies(sorted);
        validate(schema, policies);
        return new PolicyBundle(schema, policies, digest(sorted));
    }

    /** All policies as one set, unsliced. */
    PolicySet whole() {
        return setOf(policies.values());
    }

    static PolicySet setOf(Collection<NamedPolicy> policies) {
        return new PolicySet(policies.stream().map(NamedPolicy::cedar).collect(Collectors.toSet()));
    }

    private static Schema schema(Map<String, String> files) {
        var text = files.get(SCHEMA_FILE);
        if (text == null) {
            throw new InvalidPolicyException(SCHEMA_FILE, "the schema", "the file is missing");
        }
        try {
            return Schema.parse(Schema.JsonOrCedar.Cedar, text);
        } catch (Exception e) {
            throw new InvalidPolicyException(SCHEMA_FILE, "the schema", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, NamedPolicy> policies(SortedMap<String, String> files) {
        var policies = new LinkedHashMap<String, NamedPolicy>();
        files.forEach((name, text) -> {
            if (name.endsWith(".cedar")) {
                new PolicyFile(name, text).policies().forEach(policy -> add(policies, policy));
            }
        });
        return policies;
    }

    private static void add(Map<String, NamedPolicy> policies, NamedPolicy policy) {
        var other = policies.putIfAbsent(policy.id(), policy);
        if (other != null) {
            throw new InvalidPolicyException(
                    policy.file(), "policy " + policy.id(), "the id is used in " + other.file() + " already");
        }
    }

    private static void validate(Schema schema, Map<String, NamedPolicy> policies) {
        for (var policy : policies.values()) {
            var problem = problem(schema, policy);
            if (!problem.isEmpty()) {
                throw new InvalidPolicyException(policy.file(), "policy " + policy.id(), problem);
            }
        }
    }

    private static String problem(Schema schema, NamedPolicy policy) {
        try {
            var answer = new BasicAuthorizationEngine().validate(new ValidationRequest(schema, setOf(List.of(policy))));
            var request = answer.errors.stream().flatMap(Collection::stream);
            var policies = answer.success.stream()
                    .flatMap(success -> success.validationErrors.stream())
                    .map(error -> error.getError());
            return Stream.concat(request, policies)
                    .map((DetailedError error) -> error.message)
                    .collect(Collectors.joining("; "));
        } catch (AuthException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Sha256 digest(SortedMap<String, String> files) {
        return Sha256.of(files.entrySet().stream()
                .map(file -> Sha256.of(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining()));
    }
}
