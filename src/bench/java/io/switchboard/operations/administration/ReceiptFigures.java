package io.switchboard.operations.administration;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.Unreceipted;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * A governed action in the running portal, with its receipt and without: a tenant's settings are changed. Both decide by the portal's policies, read the
 * tenant, change its row, read it again, record the decision, write the outbox for whoever listens, and commit durably. The one with a receipt also makes the
 * statement with three sealed disclosures, signs it, and adds the receipt, its disclosures and its place in the queue of the log to the same transaction, which
 * a sequencer meanwhile integrates. Turn by turn, one by one; the medians count. It lives here to reach the action.
 */
public final class ReceiptFigures {

    private static final int WARM_UP = 300;
    private static final int TRANSACTIONS = 1_500;
    private static final double AT_MOST = 1.25;

    private final ApplicationContext portal;
    private final Tenant tenant;
    private final Caller caller;
    private int version;

    public ReceiptFigures(ApplicationContext portal) {
        this.portal = portal;
        tenant = portal.getBean(Tenants.class)
                .register(
                        new Slug("receipted"), Plan.PRO, new TenantSettings("Name", "#1f5eff", Optional.empty(), 365));
        portal.getBean(KeyRing.class)
                .establish(tenant.id(), tenant.log(), tenant.log().value());
        caller = new Caller(tenant.id(), Actor.service("bench"), Set.of(Role.PARTNER_ADMIN));
        version = tenant.version();
    }

    public void measure(Report report) throws Exception {
        var receipted = configuration(portal.getBean(EnforcementPoint.class));
        var unreceipted = configuration(Unreceipted.in(portal));
        alternate(receipted, new Rounds(), unreceipted, new Rounds(), WARM_UP);
        var product = new Rounds();
        var peer = new Rounds();
        alternate(receipted, product, unreceipted, peer, TRANSACTIONS);
        requireReceipts(WARM_UP + TRANSACTIONS);
        report.add(
                "receipt.transaction",
                product.median() * 1_000,
                "ms",
                peer.median() / product.median(),
                "same-without-receipt",
                1 / AT_MOST);
    }

    private TenantConfiguration configuration(EnforcementPoint enforcement) {
        return new TenantConfiguration(
                enforcement,
                portal.getBean(PolicyDecisionPoint.class),
                portal.getBean(Tenants.class),
                portal,
                portal.getBean(Clock.class));
    }

    private void alternate(
            TenantConfiguration receipted, Rounds product, TenantConfiguration unreceipted, Rounds peer, int times)
            throws Exception {
        for (int i = 0; i < times; i++) {
            product.time(() -> change(receipted));
            peer.time(() -> change(unreceipted));
        }
    }

    private void change(TenantConfiguration configuration) {
        var settings = new TenantSettings("Name " + version, "#1f5eff", Optional.of("it@bench.example"), 365);
        if (configuration.configure(caller, settings, version) instanceof Enforced.Done<Tenant> done) {
            version = done.value().version();
        } else {
            throw new IllegalStateException("the settings could not be changed");
        }
    }

    private void requireReceipts(int expected) {
        long found = portal.getBean(ReceiptQuery.class)
                .list(tenant.id(), ReceiptFilter.ALL, Optional.empty(), 1)
                .total();
        if (found != expected) {
            throw new IllegalStateException(found + " receipts of " + expected);
        }
    }
}
