package io.switchboard.control.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.policy.PolicySet;
import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A decision among a hundred policies on its action's cached slice, against the same on the cached whole. It lives here to reach the evaluator. */
public final class PolicyFigures {

    private static final int ACTIONS = 20;
    private static final int PER_ACTION = 5;
    private static final int DECISIONS = 1_500;

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicyBundle bundle =
            PolicyBundle.of(Map.of(BundleFiles.SCHEMA_FILE, schema(), "bench.cedar", policies()));
    private final CedarRequests requests = new CedarRequests(bundle.schema());
    private final CedarEvaluator sliced = new CedarEvaluator(engine, Slices.of(bundle), requests);
    private final PolicySet whole = bundle.whole();

    private PolicyFigures() {}

    public static void measure(Report report) throws Exception {
        new PolicyFigures().rounds(report);
    }

    private void rounds(Report report) throws Exception {
        whole.cache();
        var product = new Rounds();
        var peer = new Rounds();
        decideSliced();
        decideWhole();
        for (int round = 0; round < Rounds.COUNT; round++) {
            product.time(this::decideSliced);
            peer.time(this::decideWhole);
        }
        report.add(
                "policy.100-sliced",
                DECISIONS / product.median(),
                "decisions/s",
                peer.median() / product.median(),
                "cached-whole-set",
                3);
    }

    private void decideSliced() {
        for (int i = 0; i < DECISIONS; i++) {
            require(i, sliced.evaluate(request(i)).isAllowed());
        }
    }

    private void decideWhole() throws Exception {
        for (int i = 0; i < DECISIONS; i++) {
            var cedar = requests.of(request(i));
            var answer = engine.isAuthorized(cedar.request(), whole, cedar.entities());
            require(i, answer.success.orElseThrow().isAllowed());
        }
    }

    private static void require(int i, boolean allowed) {
        if (allowed != permitted(i)) {
            throw new IllegalStateException("decision " + i + " came out wrong");
        }
    }

    private static boolean permitted(int i) {
        return i % 2 == 0;
    }

    private static PolicyRequest request(int i) {
        var roles = permitted(i) ? Set.of(Role.PARTNER_ADMIN) : Set.<Role>of();
        var caller = new Caller(TENANT, Actor.service("bench"), roles);
        return PolicyRequest.of(caller, new ActionId("bench.action" + i % ACTIONS), ResourceRef.of("Thing", "t" + i));
    }

    private static final TenantId TENANT = TenantId.random();

    private static String schema() {
        var actions = IntStream.range(0, ACTIONS)
                .mapToObj(action -> "action \"bench.action" + action
                        + "\" appliesTo { principal: [Member, Service, Playbook, System], resource: [Thing] };")
                .collect(Collectors.joining("\n"));
        return """
                entity Member = { roles: Set<String>, tenant: String };
                entity Service = { roles: Set<String>, tenant: String };
                entity Playbook = { roles: Set<String>, tenant: String };
                entity System = { roles: Set<String>, tenant: String };
                entity Thing;
                """ + actions;
    }

    private static String policies() {
        return IntStream.range(0, ACTIONS * PER_ACTION)
                .mapToObj(PolicyFigures::policy)
                .collect(Collectors.joining("\n"));
    }

    private static String policy(int i) {
        var role = i / ACTIONS == 0 ? "partner-admin" : "role-" + i;
        return """
                @id("bench.policy-%d")
                @why("For the benchmark.")
                @help("Nothing to do.")
                permit (principal, action == Action::"bench.action%d", resource) when { principal.roles.contains("%s") };
                """.formatted(i, i % ACTIONS, role);
    }
}
