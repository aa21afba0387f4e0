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
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Map;
import org.springframework.stereotype.Service;

/** {@link PostureOnePager} by the enforcement point's way. */
@Service
class GovernedOnePager implements PostureOnePager {

    private static final ActionId ISSUE = new ActionId("assurance.issue-document");

    private final EnforcementPoint enforcement;
    private final OnePagerPress press;
    private final Tenants tenants;

    GovernedOnePager(EnforcementPoint enforcement, OnePagerPress press, Tenants tenants) {
        this.enforcement = enforcement;
        this.press = press;
        this.tenants = tenants;
    }

    @Override
    public Enforced<OnePager> issue(Caller caller) {
        var document = new ResourceRef("Document", OnePager.NAME, Map.of("template", OnePager.NAME));
        return enforcement.perform(GovernedAction.of(caller, ISSUE, document), () -> print(caller));
    }

    private Effect<OnePager> print(Caller caller) {
        Tenant tenant = tenants.find(caller.tenant()).orElseThrow();
        var printed = press.print(tenant);
        return Effect.of(
                        printed,
                        new Subject("Document", printed.id() + ".pdf", printed.pdfDigest()),
                        new Subject("Document", printed.id() + ".json", Sha256.of(printed.json())),
                        new Subject("Document", printed.id() + ".html", Sha256.of(printed.html())))
                .withFacts(Map.of(
                        "template", OnePager.NAME,
                        "pdfBytes", (long) printed.pdf().length,
                        "jsonBytes", (long) printed.json().length));
    }
}
