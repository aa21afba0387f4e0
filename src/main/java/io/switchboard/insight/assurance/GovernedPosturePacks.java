package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Map;
import org.springframework.stereotype.Service;

/** {@link PosturePacks} by the enforcement point's way. */
@Service
class GovernedPosturePacks implements PosturePacks {

    private static final ActionId ISSUE = new ActionId("assurance.issue-document");

    private final EnforcementPoint enforcement;
    private final PackPress press;
    private final Tenants tenants;

    GovernedPosturePacks(EnforcementPoint enforcement, PackPress press, Tenants tenants) {
        this.enforcement = enforcement;
        this.press = press;
        this.tenants = tenants;
    }

    @Override
    public Enforced<PosturePack> issue(Caller caller) {
        var document = new ResourceRef("Document", PosturePack.NAME, Map.of("template", PosturePack.NAME));
        return enforcement.perform(GovernedAction.of(caller, ISSUE, document), () -> print(caller));
    }

    private Effect<PosturePack> print(Caller caller) {
        var printed = press.print(tenants.find(caller.tenant()).orElseThrow());
        return Effect.of(
                        printed,
                        new Subject("Document", printed.id() + ".pdf", Sha256.of(printed.pdf())),
                        new Subject("Document", printed.id() + ".json", Sha256.of(printed.json())),
                        new Subject("Document", printed.id() + ".html", Sha256.of(printed.html())))
                .withFacts(Map.of(
                        "template", PosturePack.NAME,
                        "pdfBytes", (long) printed.pdf().length,
                        "jsonBytes", (long) printed.json().length));
    }
}
