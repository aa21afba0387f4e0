package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import io.switchboard.control.enforcement.ui.FrictionRaised;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Optional;

/** The button that is on every screen of a tenant, and the quiet line that asks, now and then, how something went. */
@StyleSheet("context://themes/base/feedback.css")
public final class FeedbackCorner extends Div {

    private static final long serialVersionUID = 1L;

    private final transient FeedbackFrame frame;
    private final Div line = new Div();
    private transient Optional<TenantContext> context = Optional.empty();
    private String correlation = "";

    FeedbackCorner(FeedbackFrame frame) {
        this.frame = frame;
        addClassName("feedback-corner");
        line.addClassName("feedback-prompt");
        line.getElement().setAttribute("role", "status");
        line.setVisible(false);
        var button = new Button("Feedback", VaadinIcon.COMMENT_ELLIPSIS_O.create(), click -> ask(Optional.empty()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("Feedback: say what hurts on this page");
        add(button);
    }

    /** The line that asks; stands where the frame has room for it, and is invisible most of the time. */
    public Div line() {
        return line;
    }

    /** At every navigation: whose page this is. */
    public void show(TenantContext shown) {
        context = Optional.of(shown);
        correlation = frame.correlations().current().value();
        frame.prompts().next(shown.caller()).ifPresent(moment -> prompt(moment.sentence(), shown));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var listening = ComponentUtil.addListener(
                attached.getUI(), FrictionRaised.class, raised -> ask(Optional.of(raised.about())));
        addDetachListener(detached -> end(listening));
    }

    private static void end(Registration listening) {
        listening.remove();
    }

    private void ask(Optional<FrictionRaised.About> about) {
        context.ifPresent(shown -> {
            var here = Here.of(UI.getCurrent(), correlation, frame.build(), about);
            new FeedbackDialog(frame, shown, here).open();
        });
    }

    private void prompt(String sentence, TenantContext shown) {
        line.removeAll();
        line.add(
                new Span(sentence + " How did it go?"),
                quiet("Tell us", () -> ask(Optional.empty())),
                quiet("Not now", () -> {}),
                quiet("Never ask me", () -> frame.prompts().set(shown.caller(), false)));
        line.setVisible(true);
    }

    private Button quiet(String text, Runnable action) {
        var button = new Button(text, click -> {
            line.setVisible(false);
            action.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
