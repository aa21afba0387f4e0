package io.switchboard.control.enforcement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.components.StateTag;
import java.util.Optional;

/**
 * Why something did not happen: what was wanted, which rule or value stood against it, what to do next, and the decision and the receipt to
 * refer to. Announced to assistive technology when it appears.
 */
public final class Refusal extends Section {

    private static final long serialVersionUID = 1L;

    private Refusal(StateTag state, String title) {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        add(state, new H2(title));
    }

    /** {@code wanted} completes "Not allowed: …", for example "commit this import". Something that was done has nothing to explain and is a bug. */
    public static Refusal of(Slug tenant, String wanted, Enforced<?> ended) {
        return switch (ended) {
            case Enforced.Refused<?> refused -> refused(tenant, wanted, refused);
            case Enforced.Failed<?> failed -> failed(tenant, wanted, failed);
            case Enforced.Done<?> done ->
                throw new IllegalArgumentException(
                        "nothing was refused: " + done.receipt().id());
        };
    }

    private static Refusal refused(Slug tenant, String wanted, Enforced.Refused<?> refused) {
        var shown = new Refusal(new StateTag(StateTag.Tone.DANGER, "denied"), "Not allowed: " + wanted);
        refused.decision().reasons().forEach(reason -> shown.add(reason(reason)));
        shown.add(proof(tenant, refused.decision(), refused.receipt()));
        shown.add(new ReportFriction(
                about(refused.decision().reasonCodes().stream().findFirst(), refused.decision(), refused.receipt())));
        return shown;
    }

    private static Refusal failed(Slug tenant, String wanted, Enforced.Failed<?> failed) {
        var shown = new Refusal(new StateTag(StateTag.Tone.WARNING, "failed"), "Not done: " + wanted);
        shown.add(new Paragraph(failed.failure().explanation()));
        shown.add(labelled("Reason", new Span(failed.failure().code())));
        shown.add(proof(tenant, failed.decision(), failed.receipt()));
        shown.add(new ReportFriction(about(Optional.of(failed.failure().code()), failed.decision(), failed.receipt())));
        return shown;
    }

    private static FrictionRaised.About about(Optional<String> rule, Decision decision, Receipt receipt) {
        return new FrictionRaised.About(
                Optional.of(receipt.action()),
                rule,
                Optional.of(decision.id()),
                Optional.of(receipt.id()),
                Optional.of(receipt.correlation()));
    }

    private static Component reason(Decision.Reason reason) {
        var shown = new Div(
                labelled("Rule", rule(reason.code())), new Paragraph(reason.why()), new Paragraph(reason.help()));
        shown.addClassName("refusal-reason");
        return shown;
    }

    private static Span rule(String code) {
        var rule = new Span(code);
        rule.addClassName("code");
        return rule;
    }

    private static Component proof(Slug tenant, Decision decision, Receipt receipt) {
        var proof = new Div(
                labelled("Decision", new ShortId(decision.id().value())),
                labelled("Receipt", new ReceiptBadge(tenant, receipt.id(), LogState.PENDING)));
        proof.addClassName("refusal-proof");
        return proof;
    }

    private static Component labelled(String label, Component value) {
        var name = new Span(label);
        name.addClassName("label");
        var both = new Span(name, value);
        both.addClassName("labelled");
        return both;
    }
}
