package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.insight.assurance.IssueReceipt.Forms;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.documents.Watermark;
import io.switchboard.platform.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** {@link PostureOnePager} by the enforcement point's way. */
@Service
class GovernedOnePager implements PostureOnePager {

    private final Issuing<PostureFacts, OnePager> issuing;
    private final OnePagerPress press;
    private final Tenants tenants;

    GovernedOnePager(EnforcementPoint enforcement, OnePagerPress press, Tenants tenants) {
        this.issuing = new Issuing<>(enforcement, OnePager.NAME, press::print, GovernedOnePager::forms);
        this.press = press;
        this.tenants = tenants;
    }

    @Override
    public Enforced<OnePager> issue(Caller caller, Optional<Watermark> watermark) {
        return issuing.issue(
                caller, () -> press.facts(tenants.find(caller.tenant()).orElseThrow()), watermark);
    }

    private static Forms forms(OnePager document) {
        return new Forms(document.id(), document.pdf(), document.json(), document.html(), Optional.empty());
    }
}
