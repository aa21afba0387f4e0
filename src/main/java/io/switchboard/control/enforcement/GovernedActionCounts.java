package io.switchboard.control.enforcement;

import io.switchboard.platform.observability.CommittedCounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code switchboard.governed.actions} by action and outcome. */
@Component
class GovernedActionCounts {

    private final CommittedCounts counts;

    GovernedActionCounts(CommittedCounts counts) {
        this.counts = counts;
    }

    @EventListener
    void count(ActionReceipted done) {
        counts.add(
                "switchboard.governed.actions",
                1,
                "action",
                done.action().value(),
                "outcome",
                done.outcome().wire());
    }
}
