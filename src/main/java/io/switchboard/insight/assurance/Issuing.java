package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.insight.assurance.IssueReceipt.Forms;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.documents.OriginalDocument;
import io.switchboard.platform.documents.Watermark;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Issues a document of which nothing is kept. A watermarked one is a copy, and a copy's receipt names its original's: so the original is issued first, and then the copy of the same facts. */
final class Issuing<F extends CopiedFacts<F>, D> {

    private final EnforcementPoint enforcement;
    private final String template;
    private final Function<F, D> press;
    private final Function<D, Forms> forms;

    Issuing(EnforcementPoint enforcement, String template, Function<F, D> press, Function<D, Forms> forms) {
        this.enforcement = enforcement;
        this.template = template;
        this.press = press;
        this.forms = forms;
    }

    private record Printed<F, D>(F facts, D document) {}

    Enforced<D> issue(Caller caller, Supplier<F> facts, Optional<Watermark> watermark) {
        var original = enforcement.perform(IssueReceipt.action(caller, template), () -> print(facts.get()));
        return watermark.isPresent() && original instanceof Enforced.Done<Printed<F, D>> done
                ? copy(caller, done, watermark)
                : original.map(Printed::document);
    }

    private Enforced<D> copy(Caller caller, Enforced.Done<Printed<F, D>> original, Optional<Watermark> watermark) {
        var document = forms.apply(original.value().document());
        var receipt = original.receipt().id();
        var of = new OriginalDocument(document.id(), Sha256.of(document.json()), Sha256.of(document.pdf()), receipt);
        return enforcement
                .perform(
                        IssueReceipt.action(caller, template).withParent(receipt),
                        () -> print(original.value().facts().copied(new DocumentCopy(of, watermark))))
                .map(Printed::document);
    }

    private Effect<Printed<F, D>> print(F facts) {
        var document = press.apply(facts);
        return IssueReceipt.effect(new Printed<>(facts, document), template, forms.apply(document), facts.copy());
    }
}
