package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;

/** Issues the tenant's posture one-pager, which is governed: its receipt names the digest of every form that may leave the portal. */
public interface PostureOnePager {

    /** The claims are checked as part of it, so it is as true as the moment it was asked for. */
    Enforced<OnePager> issue(Caller caller);
}
