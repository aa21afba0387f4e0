package io.switchboard.platform.identity;

import io.switchboard.kernel.Slug;

/** Paths of this portal that have to do with signing in, each to be put after the portal's own address. */
public final class SignInAddresses {

    private SignInAddresses() {}

    /** Where the provider sends people back to after a sign-in. */
    public static String redirect(Slug tenant) {
        return "/login/oauth2/code/" + tenant;
    }

    /** Where the provider sends people after a sign-out. */
    public static String afterLogout() {
        return "/welcome";
    }

    /** Where a browser starts a test login through the tenant's candidate. */
    public static String testLogin(Slug tenant) {
        return new SignInRoute(tenant, SignInRoute.Way.CANDIDATE).path();
    }

    /** Where a browser starts a sign-in to the tenant, also while it is signed in elsewhere. */
    public static String signIn(Slug tenant) {
        return new SignInRoute(tenant, SignInRoute.Way.USUAL).path();
    }

    /** Where a partner admin gets back in while the tenant's provider does not work. */
    public static String recovery(Slug tenant) {
        return "/" + tenant + "/recover";
    }
}
