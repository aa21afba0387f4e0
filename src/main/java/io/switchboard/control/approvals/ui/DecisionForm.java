package io.switchboard.control.approvals.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.control.approvals.Verdict;

/** Approve or deny, with a reason. Tab goes from the reason to both buttons. */
final class DecisionForm extends Section {

    private static final long serialVersionUID = 1L;

    private final TextArea reason = new TextArea("Reason");
    private final SerializableBiConsumer<Verdict, String> decided;

    DecisionForm(SerializableBiConsumer<Verdict, String> decided) {
        this.decided = decided;
        addClassNames("card", "approval-card");
        reason.setMaxLength(ApprovalDesk.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER); // a key decides while the field still has the focus
        reason.setHelperText("Kept with the ticket; the receipt of your decision commits to it.");
        reason.addClassName("approval-reason");
        var approve = new Button("Approve", click -> decide(Verdict.APPROVE));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        byKey(approve, Key.KEY_A, "Alt+A");
        var deny = new Button("Deny", click -> decide(Verdict.DENY));
        deny.addThemeVariants(ButtonVariant.LUMO_ERROR);
        byKey(deny, Key.KEY_D, "Alt+D");
        var buttons = new Div(approve, deny);
        buttons.addClassName("approval-buttons");
        add(
                new H2("Your decision"),
                new Paragraph(
                        "Once approved, exactly this goes through, once: a run goes on by itself, a request when it is repeated."),
                reason,
                buttons);
    }

    /** With Alt, since the letter alone is part of a reason. */
    private static void byKey(Button button, Key key, String name) {
        button.addClickShortcut(key, KeyModifier.ALT);
        button.getElement().setAttribute("aria-keyshortcuts", name);
        button.setTooltipText(name);
    }

    private void decide(Verdict verdict) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage("Say why: a decision without a reason helps nobody later.");
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        reason.setInvalid(false);
        decided.accept(verdict, reason.getValue());
    }
}
