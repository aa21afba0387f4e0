package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Changing a tenant's settings. What was typed is disclosed, never stated: the receipt itself says which of them changed. */
@Service
public class TenantConfiguration {

    public static final ActionId CONFIGURE = new ActionId("administration.configure-tenant");

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TenantConfiguration(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            Tenants tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** Puts {@code settings} in the place of those of {@code version}; fails where somebody else changed them since. */
    public Enforced<Tenant> configure(Caller caller, TenantSettings settings, int version) {
        return enforcement.perform(
                GovernedAction.of(caller, CONFIGURE, resource(caller)), () -> change(caller, settings, version));
    }

    /** Advice for the page: whether to offer the form. */
    public boolean mayConfigure(Caller caller) {
        return policy.wouldAllow(PolicyRequest.of(caller, CONFIGURE, resource(caller)));
    }

    private static ResourceRef resource(Caller caller) {
        return ResourceRef.of("Tenant", caller.tenant().value());
    }

    private Effect<Tenant> change(Caller caller, TenantSettings settings, int version) {
        AccentContrast.problem(settings.accent()).ifPresent(problem -> {
            throw new ChangeFailure("accent-unreadable", problem);
        });
        var before = tenants.find(caller.tenant()).orElseThrow();
        if (!tenants.configure(caller.tenant(), settings, version)) {
            throw changedMeanwhile(before.version(), version);
        }
        var after = tenants.find(caller.tenant()).orElseThrow();
        events.publishEvent(new TenantConfigured(after.id(), after.version(), clock.instant()));
        return Effect.of(after, Subject.atVersion("Tenant", after.id().value(), after.version()))
                .withFacts(facts(before.settings(), after))
                .withDisclosures(disclosures(settings));
    }

    private static Map<String, Object> facts(TenantSettings before, Tenant after) {
        var settings = after.settings();
        return Map.of(
                "version",
                (long) after.version(),
                "retentionDays",
                (long) settings.retentionDays(),
                "nameChanged",
                !before.name().equals(settings.name()),
                "accentChanged",
                !before.accent().equals(settings.accent()),
                "contactChanged",
                !before.contact().equals(settings.contact()),
                "retentionChanged",
                before.retentionDays() != settings.retentionDays());
    }

    private static Map<String, String> disclosures(TenantSettings settings) {
        return Map.of(
                "name", settings.name(),
                "accent", settings.accent(),
                "contact", settings.contact().orElse(""));
    }

    private static ChangeFailure changedMeanwhile(int current, int expected) {
        return new ChangeFailure(
                "changed-meanwhile",
                "Somebody else changed the settings since you opened them: you had version " + expected + ", now it is "
                        + current + ". Load the page again and repeat your change.",
                Map.of("version", (long) current, "expectedVersion", (long) expected));
    }
}
