package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform reads what a member of a tenant wrote. It is one action with two receipts: one in the platform's log, and one in the log of the tenant whose words they are, which names the
 * first. Neither exists without the other.
 */
@Service
public class SenderWords {

    public static final ActionId READ = new ActionId("feedback.read-text");

    private final EnforcementPoint enforcement;
    private final Submissions submissions;
    private final BoardTenant platform;
    private final TransactionTemplate transaction;

    SenderWords(
            EnforcementPoint enforcement,
            Submissions submissions,
            BoardTenant platform,
            TransactionTemplate transaction) {
        this.enforcement = enforcement;
        this.submissions = submissions;
        this.platform = platform;
        this.transaction = transaction;
    }

    /** Empty where there is no such submission, and for everybody outside the platform. */
    public Optional<Enforced<String>> read(Caller caller, TenantId tenant, FeedbackId id) {
        return platform.is(caller.tenant())
                ? submissions.find(tenant, id).map(found -> read(caller, found))
                : Optional.empty();
    }

    private Enforced<String> read(Caller caller, Submission found) {
        return transaction.execute(_ -> {
            var here = enforcement.perform(
                    action(caller, found),
                    () -> disclosed(found, Map.of("tenant", found.tenant().value())));
            return here instanceof Enforced.Done<String> done ? told(caller, found, done) : here;
        });
    }

    /** The reader acts in the tenant's log under the roles of the platform, since they hold none in the tenant. */
    private Enforced<String> told(Caller caller, Submission found, Enforced.Done<String> done) {
        var there = new Caller(found.tenant(), caller.actor(), caller.roles());
        var told = enforcement.perform(
                action(there, found),
                () -> disclosed(
                        found, Map.of("platformReceipt", done.receipt().id().value())));
        if (told instanceof Enforced.Done<String>) {
            return done;
        }
        throw new IllegalStateException("the platform may read, but not in the name of " + found.tenant());
    }

    private static GovernedAction action(Caller caller, Submission found) {
        return GovernedAction.of(
                caller, READ, ResourceRef.of(FeedbackDesk.RESOURCE, found.id().value()));
    }

    private static Effect<String> disclosed(Submission found, Map<String, Object> facts) {
        return Effect.of(
                        found.text(),
                        Subject.atVersion(FeedbackDesk.RESOURCE, found.id().value(), 0))
                .withFacts(facts);
    }
}
