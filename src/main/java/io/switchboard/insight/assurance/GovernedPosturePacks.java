package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.insight.assurance.IssueReceipt.Forms;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** {@link PosturePacks} by the enforcement point's way. */
@Service
class GovernedPosturePacks implements PosturePacks {

    private final Issuing<PackFacts, PosturePack> issuing;
    private final PackPress press;
    private final Tenants tenants;

    GovernedPosturePacks(EnforcementPoint enforcement, PackPress press, Tenants tenants) {
        this.issuing = new Issuing<>(enforcement, PosturePack.NAME, press::print, GovernedPosturePacks::forms);
        this.press = press;
        this.tenants = tenants;
    }

    @Override
    public Enforced<PosturePack> issue(Caller caller, Optional<Watermark> watermark) {
        return issuing.issue(
                caller, () -> press.facts(tenants.find(caller.tenant()).orElseThrow()), watermark);
    }

    private static Forms forms(PosturePack document) {
        return new Forms(
                document.id(), document.pdf(), document.json(), document.html(), Optional.of(document.oscal()));
    }
}
