package io.switchboard.insight.trustcentre;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.util.List;
import java.util.Optional;

/** Where documents come from. */
interface Shelf {

    /** Why there is none now; empty where there is one. */
    Optional<String> unavailable(TenantId tenant, TrustDocument document);

    /** The sections of what would be handed out, such that some can be withheld; none where it is handed out as a whole. */
    List<DocumentSection> sections(Caller caller, TrustDocument document);

    /** As it is at this moment, by the governed way of the module that it belongs to; in the caller's transaction. */
    Enforced<TrustFile> take(Caller by, TrustDocument document, Handout handout);
}
