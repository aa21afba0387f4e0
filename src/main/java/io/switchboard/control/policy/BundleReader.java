package io.switchboard.control.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads files as a bundle and finds all that stands against it: parsed, validated (Cedar's strict mode). */
final class BundleReader {

    private final BundleFiles files;
    private final List<BundleProblem> problems = new ArrayList<>();
    private final Map<String, NamedPolicy> policies = new LinkedHashMap<>();
    private final Optional<Schema> schema;

    BundleReader(BundleFiles files) {
        this.files = files;
        requireNames();
        this.schema = files.text(BundleFiles.SCHEMA_FILE).flatMap(this::schema);
        files.texts().forEach(this::read);
        schema.ifPresent(this::validate);
    }

    List<BundleProblem> problems() {
        return problems;
    }

    PolicyBundle bundle() {
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems.getFirst());
        }
        return new PolicyBundle(schema.orElseThrow(), policies, files.digest());
    }

    private void requireNames() {
        if (files.text(BundleFiles.SCHEMA_FILE).isEmpty()) {
            problems.add(BundleProblem.of(BundleFiles.SCHEMA_FILE, 1, "the schema", "the file is missing"));
        }
        if (files.texts().values().stream().mapToLong(String::length).sum() > BundleFiles.LARGEST) {
            problems.add(BundleProblem.of(
                    BundleFiles.SCHEMA_FILE,
                    1,
                    "all files",
                    "together they have more than " + BundleFiles.LARGEST + " characters"));
        }
        files.texts().keySet().stream()
                .filter(name -> !BundleFiles.NAME.matcher(name).matches())
                .forEach(name -> problems.add(BundleProblem.of(
                        name,
                        1,
                        "its name",
                        "files are called like module.cedar, in lower case, and schema.cedarschema")));
    }

    private Optional<Schema> schema(String text) {
        try {
            return Optional.of(Schema.parse(Schema.JsonOrCedar.Cedar, text));
        } catch (Exception e) {
            var words = Cedar.words(e);
            problems.add(BundleProblem.of(BundleFiles.SCHEMA_FILE, SchemaFault.line(text, words), "the schema", words));
            return Optional.empty();
        }
    }

    private void read(String name, String text) {
        if (name.equals(BundleFiles.SCHEMA_FILE)) {
            return;
        }
        try {
            new PolicyFile(name, text).policies().forEach(this::add);
        } catch (InvalidPolicyException e) {
            problems.add(e.problem());
        }
    }

    private void add(NamedPolicy policy) {
        var other = policies.putIfAbsent(policy.id(), policy);
        if (other != null) {
            problems.add(BundleProblem.of(
                    policy.file(),
                    policy.line(),
                    "policy " + policy.id(),
                    "the id is used in " + other.file() + " already"));
        }
    }

    /** All at once, which is quick; one by one only where something is wrong, to say where. */
    private void validate(Schema against) {
        if (!errors(against, policies.values()).isEmpty()) {
            for (var policy : policies.values()) {
                errors(against, List.of(policy)).forEach(error -> problems.add(problem(policy, error)));
            }
        }
    }

    private static BundleProblem problem(NamedPolicy policy, DetailedError error) {
        int line = error.sourceLocations.stream()
                .findFirst()
                .map(place -> policy.lineAt(place.start))
                .orElse(policy.line());
        var help = error.help.map(words -> "; " + words).orElse("");
        return BundleProblem.of(
                policy.file(), line, "policy " + policy.id(), Cedar.withoutPolicy(error.message) + help);
    }

    private static List<DetailedError> errors(Schema schema, Collection<NamedPolicy> policies) {
        try {
            var asked = new ValidationRequest(schema, PolicyBundle.setOf(policies));
            var answer = new BasicAuthorizationEngine().validate(asked);
            var request = answer.errors.stream().flatMap(Collection::stream);
            var found = answer.success.stream()
                    .flatMap(success -> success.validationErrors.stream())
                    .map(error -> error.getError());
            return Stream.concat(request, found).toList();
        } catch (AuthException e) {
            throw new IllegalStateException("Cedar could not validate the policies; see the cause.", e);
        }
    }
}
