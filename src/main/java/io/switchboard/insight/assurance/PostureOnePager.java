package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.documents.Watermark;
import java.util.Optional;

/** Issues the tenant's posture one-pager, which is governed: its receipt names the digest of every form that may leave the portal. */
public interface PostureOnePager {

    /** The claims are checked as part of it, so it is as true as the moment it was asked for. */
    default Enforced<OnePager> issue(Caller caller) {
        return issue(caller, Optional.empty());
    }

    /** Where a watermark is asked for, the document is issued first, and then a copy of the same facts that carries it, whose receipt names the original's; the copy is what is answered. */
    Enforced<OnePager> issue(Caller caller, Optional<Watermark> watermark);
}
