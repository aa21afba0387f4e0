package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.identity.Member;
import io.switchboard.platform.identity.RefusedSignIn;
import io.switchboard.platform.identity.SignInDecisions;
import io.switchboard.platform.identity.TestLogin;
import io.switchboard.platform.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** What policy and receipts have to do with signing in. */
@Component
class GovernedSignIns implements SignInDecisions {

    private static final ActionId RECOVER = new ActionId("administration.use-recovery-login");

    private final EnforcementPoint enforcement;
    private final RefusedLogins refusals;
    private final TestedLogins tests;

    GovernedSignIns(EnforcementPoint enforcement, RefusedLogins refusals, TestedLogins tests) {
        this.enforcement = enforcement;
        this.refusals = refusals;
        this.tests = tests;
    }

    @Override
    public void refused(Tenant tenant, RefusedSignIn refused) {
        refusals.record(tenant.id(), refused);
    }

    @Override
    public boolean mayRecover(Member member) {
        var tenant = member.tenant().value();
        var ended = enforcement.perform(
                GovernedAction.of(caller(member), RECOVER, ResourceRef.of("Tenant", tenant)),
                () -> Effect.of(member.id(), Subject.atVersion("Tenant", tenant, 0)));
        return ended instanceof Enforced.Done;
    }

    @Override
    public String tested(Tenant tenant, Member tester, TestLogin login) {
        tests.record(caller(tester), login);
        return "/" + tenant.slug() + "/settings/identity-provider";
    }

    private static Caller caller(Member member) {
        return new Caller(member.tenant(), Actor.user(member.id()), member.roles());
    }
}
