package io.switchboard.control.enforcement.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/**
 * Somebody wants to say that a refusal hurts. Fired on the {@link UI}; who takes such reports listens there, and without a listener there is no button that fires it. The decision is the
 * recorded one; looking records none.
 */
public final class FrictionRaised extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    /** What was refused, as far as it is known. */
    public record About(
            Optional<ActionId> action,
            Optional<String> rule,
            Optional<DecisionId> decision,
            Optional<ReceiptId> receipt,
            Optional<CorrelationId> correlation) {}

    private final transient About about;

    public FrictionRaised(UI source, About about) {
        super(source, true);
        this.about = about;
    }

    public About about() {
        return about;
    }
}
