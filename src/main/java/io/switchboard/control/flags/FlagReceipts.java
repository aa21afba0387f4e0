package io.switchboard.control.flags;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.platform.tenancy.PlatformTenant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes a change's receipt with its row, and that of what happened to a ramp, in the transaction that leaves it. */
@Component
class FlagReceipts {

    private final FlagRows rows;
    private final RampRows ramps;
    private final PlatformTenant platform;

    FlagReceipts(FlagRows rows, RampRows ramps, PlatformTenant platform) {
        this.rows = rows;
        this.ramps = ramps;
        this.platform = platform;
    }

    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED
                && done.action().value().startsWith("flags.")
                && platform.is(done.tenant())) {
            done.subjects().forEach(subject -> note(done, subject));
        }
    }

    private void note(ActionReceipted done, Subject subject) {
        switch (subject.type()) {
            case FlagChanges.FLAG -> {
                rows.receipted(Definitions.FLAG, subject.id(), done.receipt());
                ramps.receipted(subject.id(), done.receipt());
            }
            case FlagChanges.COHORT_TYPE -> rows.receipted(Definitions.COHORT, subject.id(), done.receipt());
            default -> {}
        }
    }
}
