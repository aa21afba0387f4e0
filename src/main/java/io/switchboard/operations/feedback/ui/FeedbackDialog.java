package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Submission;
import io.switchboard.platform.identity.ui.TenantContext;

/** What hurts, how much, and all that goes along; nothing is sent that is not shown here. */
final class FeedbackDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient FeedbackFrame frame;
    private final transient TenantContext context;
    private final TextArea text = new TextArea("What hurts?");
    private final RadioButtonGroup<Impact> impact = new RadioButtonGroup<>("How much?");
    private final AttachmentChoice attachments;
    private final PictureChoice picture = new PictureChoice();
    private final Checkbox prompts = new Checkbox("Ask me now and then how something went");
    private final Div outcome = new Div();
    private final Button send = new Button("Send", click -> send());

    FeedbackDialog(FeedbackFrame frame, TenantContext context, Here here) {
        this.frame = frame;
        this.context = context;
        attachments = new AttachmentChoice(here);
        setHeaderTitle("Feedback");
        setDraggable(false);
        addClassName("feedback-dialog");
        text.setMaxLength(NewFeedback.LONGEST);
        text.setRequiredIndicatorVisible(true);
        text.setHelperText(
                "The platform's PM may read it and see the picture; you then see a receipt of that in your tenant's log.");
        text.addClassName("feedback-text");
        text.setMinRows(4);
        impact.setItems(Impact.values());
        impact.setItemLabelGenerator(Impact::words);
        impact.setValue(Impact.SLOWS);
        prompts.setValue(frame.prompts().isOn(context.caller()));
        prompts.addValueChangeListener(changed -> frame.prompts().set(context.caller(), changed.getValue()));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(outcome, text, impact, attachments, picture, prompts);
        form.addClassName("feedback-form");
        add(form);
        getFooter().add(new Button("Cancel", click -> close()), send);
    }

    @Override
    public void open() {
        super.open();
        text.focus();
        attachments.addWindow();
    }

    /** A link in it leads away from what it is about, so it does not stay. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var leaving = attached.getUI().addAfterNavigationListener(_ -> close());
        addDetachListener(_ -> leaving.remove());
    }

    private void send() {
        var fault = NewFeedback.fault(text.getValue());
        text.setInvalid(fault.isPresent());
        if (fault.isPresent()) {
            text.setErrorMessage(fault.get());
            text.focus();
            return;
        }
        var said = new NewFeedback(text.getValue(), impact.getValue(), attachments.chosen(), picture.chosen());
        switch (frame.desk().submit(context.caller(), said)) {
            case Enforced.Done<Submission> done -> thank(done);
            case Enforced<Submission> other -> {
                outcome.removeAll();
                outcome.add(Refusal.of(context.slug(), "send this feedback", other));
            }
        }
    }

    private void thank(Enforced.Done<Submission> done) {
        removeAll();
        setHeaderTitle("Sent, thank you");
        getFooter().removeAll();
        var follow = new Anchor(context.path("feedback/" + done.value().id()), "Follow what becomes of it");
        var thanks = new Div(
                new Paragraph("You see how it stands under Feedback, also once it is merged with what others said."),
                new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING),
                follow);
        thanks.addClassName("feedback-form");
        thanks.getElement().setAttribute("role", "status");
        add(thanks);
        var close = new Button("Close", click -> close());
        getFooter().add(close);
        close.focus();
    }
}
