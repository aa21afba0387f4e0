package io.switchboard.control.flags;

import io.switchboard.control.receipts.OutcomeCounts;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of the tenants' governed actions that policy allowed, how many in a hundred failed. */
@Component
class FailedActions implements GuardrailSignal {

    private final OutcomeCounts outcomes;

    FailedActions(OutcomeCounts outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return "failed-actions";
    }

    @Override
    public String title() {
        return "Failed actions, in percent";
    }

    @Override
    public String counted() {
        return "governed actions";
    }

    @Override
    public Reading read(FlagKey flag, Set<TenantId> tenants, Instant from, Instant to) {
        var counted = outcomes.count(tenants, from, to);
        return counted.total() == 0
                ? new Reading.NoData("The tenants that have the flag did nothing governed since the step began.")
                : new Reading.Figure(100.0 * counted.failed() / counted.total(), counted.total());
    }
}
