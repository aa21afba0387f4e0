package io.switchboard.platform.identity;

import io.switchboard.platform.tenancy.Tenant;

/** What signing in may not decide or record itself, since that takes policy and receipts: implemented by a module above. */
public interface SignInDecisions {

    /** The provider vouched for somebody who has no active membership; they are being turned away. */
    void refused(Tenant tenant, RefusedSignIn refused);

    /** Whether this member may come in through the platform's provider although the tenant has its own. Leaves its receipt either way. */
    boolean mayRecover(Member member);

    /** A member's test login through the candidate has ended; answers the portal's path to go on to. */
    String tested(Tenant tenant, Member tester, TestLogin login);
}
