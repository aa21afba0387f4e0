package io.switchboard.control.enforcement;

import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.TestPolicy;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.control.receipts.TestReceipts;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.observability.FixedCorrelations;
import io.switchboard.platform.signing.SigningKit;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.TestTenants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything a governed service stands on, put together by hand: policies, keys, receipts and tenants are the portal's own. */
public record EnforcementKit(
        DataSource database,
        JdbcClient jdbc,
        Clock clock,
        SigningKit signing,
        PolicyDecisionPoint policy,
        Receipts receipts,
        ReceiptQuery query,
        FixedCorrelations correlations,
        List<Object> events,
        EnforcementPoint enforcement) {

    /** With the tables of {@code more} modules. */
    public static EnforcementKit at(Clock clock, String... more) {
        var database = TestDatabase.migrated(Stream.concat(
                        Stream.of("tenancy", "identity", "signing", "policy", "receipts", "approvals"), Stream.of(more))
                .toArray(String[]::new));
        var signing = SigningKit.on(database, clock);
        var correlations = new FixedCorrelations();
        var policy = TestPolicy.on(database, correlations);
        var receipts = TestReceipts.on(signing, clock);
        var events = new CopyOnWriteArrayList<Object>();
        var ledger = new Ledger(policy, receipts.receipts(), correlations, events::add);
        return new EnforcementKit(
                database,
                signing.jdbc(),
                clock,
                signing,
                policy,
                receipts.receipts(),
                receipts.query(),
                correlations,
                events,
                new TransactionalEnforcementPoint(
                        policy,
                        ledger,
                        correlations,
                        (_, _, _) -> {},
                        UnaryOperator.identity(),
                        signing.transactions()));
    }

    /** The same with other policies. */
    public EnforcementKit asking(PolicyDecisionPoint other) {
        var ledger = new Ledger(other, receipts, correlations, events::add);
        var point = new TransactionalEnforcementPoint(
                other, ledger, correlations, (_, _, _) -> {}, UnaryOperator.identity(), signing.transactions());
        return new EnforcementKit(database, jdbc, clock, signing, other, receipts, query, correlations, events, point);
    }

    /** A tenant with its keys. */
    public Tenant tenant(String slug) {
        var settings = new TenantSettings(slug, "#1f5eff", Optional.empty(), 365);
        var tenant = TestTenants.on(jdbc, clock).register(new Slug(slug), Plan.PRO, settings);
        signing.ring().establish(tenant.id(), tenant.log(), tenant.log().value());
        return tenant;
    }
}
