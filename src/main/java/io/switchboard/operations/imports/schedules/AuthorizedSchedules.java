package io.switchboard.operations.imports.schedules;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A schedule names the receipt with which it was set, in the transaction that set it: what its runs do follows from that. */
@Component
class AuthorizedSchedules {

    private final ScheduleRows schedules;

    AuthorizedSchedules(ScheduleRows schedules) {
        this.schedules = schedules;
    }

    @EventListener
    void enter(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(ScheduleActions.SCHEDULE)) {
            done.subjects()
                    .forEach(subject ->
                            schedules.authorized(done.tenant(), new ScheduleId(subject.id()), done.receipt()));
        }
    }
}
