package io.switchboard.insight.trustcentre;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes each step of a request with its receipt, in the transaction that leaves it. */
@Component
class AccessSteps {

    private final StepRows rows;

    AccessSteps(StepRows rows) {
        this.rows = rows;
    }

    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED) {
            request(done).ifPresent(id -> rows.add(done, id, file(done)));
        }
    }

    /** None of another module's receipts is about one. */
    static Optional<AccessId> request(ActionReceipted done) {
        return done.subjects().stream()
                .filter(subject -> subject.type().equals(AccessRequests.REQUEST_TYPE))
                .flatMap(subject -> AccessId.parse(subject.id()).stream())
                .findFirst();
    }

    private static Optional<Subject> file(ActionReceipted done) {
        return done.subjects().stream()
                .filter(subject -> subject.type().equals("Document"))
                .findFirst();
    }
}
