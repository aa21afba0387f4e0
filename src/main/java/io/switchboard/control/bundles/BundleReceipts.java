package io.switchboard.control.bundles;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.policy.PolicyVersions;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.platform.tenancy.PlatformTenant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes the receipts of a proposal and of an activation with the version, in the transaction that leaves them. */
@Component
class BundleReceipts {

    private final PolicyVersions versions;
    private final PlatformTenant platform;

    BundleReceipts(PolicyVersions versions, PlatformTenant platform) {
        this.versions = versions;
        this.platform = platform;
    }

    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED
                && done.action().value().startsWith("policy.")
                && platform.is(done.tenant())) {
            done.subjects().stream()
                    .filter(subject -> subject.type().equals(BundleChanges.VERSION))
                    .forEach(subject -> note(done, Integer.parseInt(subject.id())));
        }
    }

    private void note(ActionReceipted done, int number) {
        if (done.action().equals(BundleChanges.PROPOSE)) {
            versions.proposed(number, done.receipt());
        } else if (done.action().equals(BundleChanges.ACTIVATE)) {
            versions.activated(number, done.receipt());
        }
    }
}
