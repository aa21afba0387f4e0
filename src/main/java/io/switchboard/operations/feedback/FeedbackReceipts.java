package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.platform.tenancy.PlatformTenant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes a submission's and an issue event's receipt with its row, in the transaction that leaves it. */
@Component
class FeedbackReceipts {

    private final Submissions submissions;
    private final Issues issues;
    private final PlatformTenant platform;

    FeedbackReceipts(Submissions submissions, Issues issues, PlatformTenant platform) {
        this.submissions = submissions;
        this.issues = issues;
        this.platform = platform;
    }

    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().value().startsWith("feedback.")) {
            done.subjects().forEach(subject -> note(done, subject));
        }
    }

    private void note(ActionReceipted done, Subject subject) {
        if (done.action().equals(FeedbackDesk.SUBMIT)) {
            submissions.receipted(done.tenant(), new FeedbackId(subject.id()), done.receipt());
        } else if (subject.type().equals(Board.RESOURCE) && platform.is(done.tenant())) {
            issues.receipted(new IssueId(subject.id()), done.receipt());
        }
    }
}
