package io.switchboard.control.policy;

import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import io.switchboard.kernel.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The schema and the policies of one version: parsed, validated (Cedar's strict mode), digested as {@link BundleFiles} says. */
record PolicyBundle(Schema schema, Map<String, NamedPolicy> policies, Sha256 digest) {

    /** Reads the files (name to text), the schema among them. */
    static PolicyBundle of(Map<String, String> files) {
        return of(BundleFiles.of(files));
    }

    static PolicyBundle of(BundleFiles files) {
        return new BundleReader(files).bundle();
    }

    /** All policies as one set, unsliced. */
    PolicySet whole() {
        return setOf(policies.values());
    }

    static PolicySet setOf(Collection<NamedPolicy> policies) {
        return new PolicySet(policies.stream().map(NamedPolicy::cedar).collect(Collectors.toSet()));
    }
}
