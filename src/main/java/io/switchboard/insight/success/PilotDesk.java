package io.switchboard.insight.success;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All tenants' figures for the platform's PM; in any other tenant's name there is nothing here. Looking at the table leaves no receipt. Opening one tenant's dashboard is one action with two receipts: one
 * in the platform's log, and one in that tenant's, which names the first. Neither exists without the other.
 */
@Service
public class PilotDesk {

    public static final ActionId VIEW = new ActionId("success.view-tenants");
    public static final ActionId READ = new ActionId("success.read-tenant");

    private static final String RESOURCE = "Success";

    private final Viewing viewing;
    private final EnforcementPoint enforcement;
    private final Tenants tenants;
    private final PlatformTenant platform;
    private final Pilots pilots;
    private final SuccessDesk desk;
    private final TransactionTemplate transaction;

    PilotDesk(
            Viewing viewing,
            EnforcementPoint enforcement,
            Tenants tenants,
            PlatformTenant platform,
            Pilots pilots,
            SuccessDesk desk,
            TransactionTemplate transaction) {
        this.viewing = viewing;
        this.enforcement = enforcement;
        this.tenants = tenants;
        this.platform = platform;
        this.pilots = pilots;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** Whether this tenant is the platform. */
    public boolean isHere(TenantId tenant) {
        return platform.is(tenant);
    }

    /** The decision that stands against looking; empty for whoever may. */
    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE);
    }

    /** Empty outside the platform. */
    public Optional<Overview> overview(Caller caller, Period period) {
        viewing.require(caller, VIEW, RESOURCE);
        return isHere(caller.tenant()) ? Optional.of(pilots.overview(period)) : Optional.empty();
    }

    /** A tenant that is a pilot; empty outside the platform, and where there is none of that name. */
    public Optional<Tenant> find(Caller caller, Slug slug) {
        viewing.require(caller, VIEW, RESOURCE);
        return isHere(caller.tenant())
                ? tenants.findBySlug(slug).filter(found -> !found.isPlatform() && !found.isCanary())
                : Optional.empty();
    }

    /** As the tenant itself sees them. */
    public Optional<Enforced<Success>> read(Caller caller, Slug slug, Period period) {
        return find(caller, slug)
                .map(tenant -> Objects.requireNonNull(transaction.execute(_ -> read(caller, tenant, period))));
    }

    private Enforced<Success> read(Caller caller, Tenant tenant, Period period) {
        var here = enforcement.perform(
                action(caller, tenant),
                () -> disclosed(
                        desk.asItIs(tenant, period),
                        Map.of("tenant", tenant.id().value())));
        return here instanceof Enforced.Done<Success> done ? told(caller, tenant, done) : here;
    }

    /** The reader acts in the tenant's log under the roles of the platform, since they hold none in the tenant. */
    private Enforced<Success> told(Caller caller, Tenant tenant, Enforced.Done<Success> done) {
        var told = enforcement.perform(
                action(new Caller(tenant.id(), caller.actor(), caller.roles()), tenant),
                () -> disclosed(
                        done.value(), Map.of(Entry.PLATFORM, done.receipt().id().value())));
        if (told instanceof Enforced.Done<Success>) {
            return done;
        }
        throw new IllegalStateException("the platform may read figures, but not in the name of " + tenant.id());
    }

    private static GovernedAction action(Caller caller, Tenant tenant) {
        return GovernedAction.of(
                caller, READ, ResourceRef.of(RESOURCE, tenant.id().value()));
    }

    private static Effect<Success> disclosed(Success success, Map<String, Object> facts) {
        return Effect.of(
                        success,
                        Subject.atVersion(
                                RESOURCE,
                                success.tenant().id().value(),
                                success.tenant().version()))
                .withFacts(facts);
    }
}
