package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** For those who say what hurts: send, and see what became of it. A member sees their own submissions, a partner-admin the tenant's. */
@Service
public class FeedbackDesk {

    public static final ActionId SUBMIT = new ActionId("feedback.submit");
    public static final ActionId VIEW = new ActionId("feedback.view");

    static final String RESOURCE = "Feedback";

    /** The fact of a receipt that holds the digest of the picture. */
    static final String PICTURE = "picture";

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final Submissions submissions;
    private final Issues issues;
    private final References references;
    private final Pictures pictures;
    private final Clock clock;

    FeedbackDesk(
            EnforcementPoint enforcement,
            Viewing viewing,
            Submissions submissions,
            Issues issues,
            References references,
            Pictures pictures,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.submissions = submissions;
        this.issues = issues;
        this.references = references;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** The receipt commits to the text and says what else went along by name only. Its parent is the receipt that the submission is about. */
    public Enforced<Submission> submit(Caller caller, NewFeedback said) {
        var id = FeedbackId.random();
        var action = GovernedAction.of(caller, SUBMIT, ResourceRef.of(RESOURCE, id.value()));
        return enforcement
                .perform(
                        references
                                .receipt(caller.tenant(), said)
                                .map(action::withParent)
                                .orElse(action),
                        () -> submitted(caller, id, said))
                .map(this::receipted);
    }

    /** The receipt comes after the row, in the same transaction. */
    private Submission receipted(Submission done) {
        return submissions.find(done.tenant(), done.id()).orElse(done);
    }

    private Effect<Submission> submitted(Caller caller, FeedbackId id, NewFeedback said) {
        references.require(caller.tenant(), said);
        var now = clock.instant();
        var issue = IssueId.random();
        issues.open(issue, title(said), said, caller.actor(), now);
        submissions.add(caller.tenant(), id, issue, said, caller.actor(), now);
        return Effect.of(
                        submissions.find(caller.tenant(), id).orElseThrow(), Subject.atVersion(RESOURCE, id.value(), 0))
                .withFacts(facts(said))
                .withDisclosures(Map.of("text", said.text()));
    }

    private static Map<String, Object> facts(NewFeedback said) {
        var facts = new HashMap<String, Object>();
        facts.put("impact", said.impact().wire());
        facts.put("attached", said.number());
        said.picture()
                .ifPresent(
                        picture -> facts.put(PICTURE, picture.facts().digest().hex()));
        said.attached(Attachment.ACTION).ifPresent(action -> facts.put("about", action));
        said.attached(Attachment.RULE).ifPresent(rule -> facts.put("rule", rule));
        return facts;
    }

    /** None of the sender's words: the board is seen across tenants. */
    private static String title(NewFeedback said) {
        var where =
                said.attached(Attachment.SCREEN).map(screen -> " on " + screen).orElse("");
        var title = said.attached(Attachment.ACTION)
                .or(() -> said.attached(Attachment.RULE))
                .map(what -> what + where)
                .orElseGet(() -> "Feedback" + where);
        return title.substring(0, Math.min(title.length(), Board.LONGEST_TITLE));
    }

    /** Whether the caller sees all of the tenant's submissions, and not only their own. */
    public boolean seesAll(Caller caller) {
        return viewing.against(caller, VIEW, RESOURCE).isEmpty();
    }

    public SubmissionPage list(Caller caller, Optional<FeedbackId> last, int limit) {
        var sender = seesAll(caller) ? Optional.<Actor>empty() : Optional.of(caller.actor());
        return submissions.list(caller.tenant(), sender, last, limit);
    }

    /** Empty where the tenant has no such submission, and where it is somebody else's for whoever sees their own only. */
    public Optional<Submission> find(Caller caller, FeedbackId id) {
        return submissions
                .find(caller.tenant(), id)
                .filter(found -> found.sender().equals(caller.actor()) || seesAll(caller));
    }

    /** The picture that went along, for whoever sees the submission. */
    public Optional<Picture> picture(Caller caller, FeedbackId id) {
        return find(caller, id).flatMap(found -> pictures.find(found.tenant(), found.id()));
    }

    /** How the issue behind a submission came to where it stands: what senders are told, oldest first. */
    public List<IssueEvent> history(Submission submission) {
        return issues.events(submission.issue()).stream()
                .filter(event -> event.kind().isForSenders())
                .toList();
    }

    /** The receipt that a submission is about, where it is one of the tenant's. */
    public Optional<ReceiptId> about(Submission submission) {
        return references.receipt(submission);
    }
}
