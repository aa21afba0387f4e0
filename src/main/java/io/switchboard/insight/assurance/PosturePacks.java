package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;

/** Issues the tenant's posture pack, which is governed: its receipt names the digest of every form that may leave the portal. */
public interface PosturePacks {

    /** The claims are checked as part of it, so it is as true as the moment it was asked for. */
    Enforced<PosturePack> issue(Caller caller);
}
