package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.documents.DocumentCopy;
import io.switchboard.platform.documents.OriginalDocument;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** {@link PosturePacks} by the enforcement point's way. */
@Service
class GovernedPosturePacks implements PosturePacks {

    private final EnforcementPoint enforcement;
    private final PackPress press;
    private final Tenants tenants;

    GovernedPosturePacks(EnforcementPoint enforcement, PackPress press, Tenants tenants) {
        this.enforcement = enforcement;
        this.press = press;
        this.tenants = tenants;
    }

    private record Printed(PackFacts facts, PosturePack document) {}

    @Override
    public Enforced<PosturePack> issue(Caller caller, Optional<Watermark> watermark) {
        var original = enforcement.perform(
                IssueReceipt.action(caller, PosturePack.NAME),
                () -> print(press.facts(tenants.find(caller.tenant()).orElseThrow())));
        return watermark.isPresent() && original instanceof Enforced.Done<Printed> done
                ? copy(caller, done, watermark)
                : original.map(Printed::document);
    }

    private Enforced<PosturePack> copy(Caller caller, Enforced.Done<Printed> original, Optional<Watermark> watermark) {
        var document = original.value().document();
        var receipt = original.receipt().id();
        var of = new OriginalDocument(document.id(), Sha256.of(document.json()), Sha256.of(document.pdf()), receipt);
        return enforcement
                .perform(
                        IssueReceipt.action(caller, PosturePack.NAME).withParent(receipt),
                        () -> print(original.value().facts().copied(new DocumentCopy(of, watermark))))
                .map(Printed::document);
    }

    private Effect<Printed> print(PackFacts facts) {
        var document = press.print(facts);
        return IssueReceipt.effect(
                new Printed(facts, document),
                PosturePack.NAME,
                new IssueReceipt.Forms(document.id(), document.pdf(), document.json(), document.html()),
                facts.copy());
    }
}
