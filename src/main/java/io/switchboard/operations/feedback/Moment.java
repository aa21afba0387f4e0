package io.switchboard.operations.feedback;

import io.switchboard.kernel.ActionId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something after which a member may be asked, once, how it went. */
public enum Moment {
    IMPORT_COMMITTED("imports.commit", "You committed your first import."),
    APPROVAL_DECIDED("approvals.decide", "You decided your first approval."),
    PROVIDER_ACTIVATED("administration.activate-idp", "Your identity provider is connected."),
    EVIDENCE_EXPORTED("receipts.export-evidence", "You took evidence along for the first time.");

    private final String action;
    private final String sentence;

    Moment(String action, String sentence) {
        this.action = action;
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public ActionId action() {
        return new ActionId(action);
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Moment> after(ActionId action) {
        return Arrays.stream(values())
                .filter(moment -> moment.action.equals(action.value()))
                .findFirst();
    }

    static Moment of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
