package io.switchboard.control.policy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.observability.FixedCorrelations;
import io.switchboard.platform.signing.SigningKit;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions on a database of their own, put together by hand, with a platform whose keys sign them. */
public final class PolicyKit {

    static final String IMPORTS = "imports.cedar";

    public final PolicyVersions versions;
    public final WhatIf whatIf;
    final JdbcClient jdbc;
    final Clock clock;
    final TenantId platform;
    public final BundleStatements statements;
    public final PastDecisions past;
    public final ShadowFigures shadows;
    final LoadedBundles bundles = new LoadedBundles();
    final Decisions decisions;
    private final TransactionTemplate transaction;
    private final JdbcTransactionManager transactions;

    public PolicyKit(DataSource database, SigningKit signing, Clock clock, TenantId platform) {
        this.clock = clock;
        this.platform = platform;
        jdbc = JdbcClient.create(database);
        versions = new PolicyVersions(jdbc);
        whatIf = new WhatIf(bundles);
        past = new PastDecisions(jdbc);
        shadows = new ShadowFigures(jdbc);
        decisions = new Decisions(jdbc);
        transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        statements =
                new BundleStatements(versions, signing.ring(), new PlatformTenant(TestTenants.on(jdbc, clock)), clock);
    }

    static PolicyKit fresh(Clock clock) {
        var database = TestDatabase.migrated("tenancy", "signing", "policy");
        var signing = SigningKit.on(database, clock);
        var tenant = TestTenants.on(signing.jdbc(), clock)
                .register(
                        new Slug("platform"),
                        Plan.PRO,
                        new TenantSettings("Platform", "#1f5eff", Optional.empty(), 365));
        signing.ring().establish(tenant.id(), tenant.log(), tenant.log().value());
        return new PolicyKit(database, signing, clock, tenant.id());
    }

    public static BundleFiles own() {
        return BundleFiles.of(PolicyFiles.ofClasspath());
    }

    /** The release's own with another rule at the end of a file. */
    public static BundleFiles with(String id, String effect, String action, String when) {
        var policy = "\n@id(\"" + id + "\")\n@why(\"Because of " + id + ".\")\n@help(\"Ask.\")\n" + effect
                + " (principal, action == Action::\"" + action + "\", resource)\nwhen { " + when + " };\n";
        return own().with(IMPORTS, own().text(IMPORTS).orElseThrow() + policy);
    }

    public void started() {
        started(own());
    }

    void started(BundleFiles release) {
        new Release(versions, clock, transactions).record(release);
    }

    /** A node, to look again, and whoever asks it. */
    public record Node(PolicyNode looks, PolicyDecisionPoint policy) {}

    public Node following() {
        var node = looking();
        return new Node(node, point(node));
    }

    /** What a node has after a look. */
    public PolicyDecisionPoint node() {
        return point(looking());
    }

    PoliciesInForce looking() {
        var node = new PoliciesInForce(versions, bundles, statements, own().digest());
        node.refresh();
        return node;
    }

    PolicyDecisionPoint point(PoliciesInForce node) {
        return new CedarDecisionPoint(
                node,
                new Shadow(Duration.ofSeconds(5), new SimpleMeterRegistry()),
                decisions,
                new FixedCorrelations(),
                clock);
    }

    int propose(BundleFiles files) {
        return transaction.execute(_ -> {
            versions.lock();
            var draft = new VersionDraft(
                    files, "Another", "Why not.", Optional.of(1), new Actor(Actor.Type.USER, "mbr_x"), false);
            int number = versions.add(draft, clock.instant());
            statements.sign(number);
            return number;
        });
    }

    void activate(int number) {
        transaction.executeWithoutResult(_ -> {
            versions.lock();
            versions.activate(number, true, clock.instant());
        });
    }

    void shadow(Optional<Integer> number) {
        versions.shadow(number, clock.instant());
    }

    public static PolicyRequest request(String action, io.switchboard.kernel.Role... roles) {
        return Requests.member(action, roles);
    }
}
