package io.switchboard.operations.delivery;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import java.util.Set;

/** Implemented by whoever has documents that may be shared by a secure link. */
public interface Shareable {

    /** What a request may say besides the kind of document. */
    enum Choice {
        /** Which of several; it has to be said. */
        ID,
        WATERMARK,
        SECTIONS
    }

    /** The kind of document as requests name it, such as {@code trust-report}. */
    String document();

    Set<Choice> choices();

    /** Lets the caller take it along, under policy and with a receipt of its own, before it is handed to anybody else. Empty where the tenant has no such document. */
    Optional<Enforced<SharedFile>> take(Caller caller, ShareRequest request);
}
