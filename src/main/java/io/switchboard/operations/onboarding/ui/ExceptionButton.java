package io.switchboard.operations.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.SetupDesk;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** Says that a step does not apply, with a reason, or takes that back. */
final class ExceptionButton {

    private final TenantContext context;
    private final SetupDesk desk;
    private final SetupStep step;

    private ExceptionButton(TenantContext context, SetupDesk desk, SetupStep step) {
        this.context = context;
        this.desk = desk;
        this.step = step;
    }

    /** Nothing for a step that was taken. */
    static Optional<Component> of(TenantContext context, SetupDesk desk, Checklist.Item item) {
        var button = new ExceptionButton(context, desk, item.step());
        return switch (item.state()) {
            case DONE -> Optional.empty();
            case EXCEPTED -> Optional.of(button.labelled("It does apply", button::require));
            case OPEN, NOT_YET -> Optional.of(button.labelled("Does not apply…", button::ask));
        };
    }

    private Component labelled(String text, Runnable then) {
        var button = new Button(text, click -> then.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(text.replace("…", "") + ": " + step.title());
        return button;
    }

    private void ask() {
        var dialog = new Dialog("“" + step.title() + "” does not apply");
        var reason = new TextArea("Why");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(SetupDesk.LONGEST_REASON);
        reason.setWidthFull();
        var answer = new Div();
        answer.getElement().setAttribute("aria-live", "polite");
        dialog.add(new Paragraph("Everybody here sees it, with your name and a receipt."), reason, answer);
        var save = new Button("It does not apply", click -> {
            answer.removeAll();
            ended(desk.except(context.caller(), step, reason.getValue()), dialog, answer);
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button("Leave it", click -> dialog.close()), save);
        dialog.open();
    }

    private void ended(Enforced<SetupStep> ended, Dialog dialog, Div answer) {
        if (ended instanceof Enforced.Done) {
            dialog.close();
            UI.getCurrent().refreshCurrentRoute(false);
        } else {
            answer.add(Refusal.of(context.slug(), "except this step", ended));
        }
    }

    private void require() {
        desk.require(context.caller(), step);
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
