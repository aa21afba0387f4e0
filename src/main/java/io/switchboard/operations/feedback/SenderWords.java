package io.switchboard.operations.feedback;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Purged;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.util.HashMap;
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
    private final Pictures pictures;
    private final PlatformTenant platform;
    private final TransactionTemplate transaction;

    SenderWords(
            EnforcementPoint enforcement,
            Submissions submissions,
            Pictures pictures,
            PlatformTenant platform,
            TransactionTemplate transaction) {
        this.enforcement = enforcement;
        this.submissions = submissions;
        this.pictures = pictures;
        this.platform = platform;
        this.transaction = transaction;
    }

    /** What a sender wrote, and the picture that went along; nothing of it once it is purged. */
    public record Said(String text, Optional<Picture> picture, Optional<Purged> purged) {}

    /** Empty where there is no such submission, and for everybody outside the platform. */
    public Optional<Enforced<Said>> read(Caller caller, TenantId tenant, FeedbackId id) {
        return platform.is(caller.tenant())
                ? submissions.find(tenant, id).map(found -> read(caller, found))
                : Optional.empty();
    }

    private Enforced<Said> read(Caller caller, Submission found) {
        return transaction.execute(_ -> {
            var here = enforcement.perform(
                    action(caller, found),
                    () -> disclosed(found, "tenant", found.tenant().value()));
            return here instanceof Enforced.Done<Said> done ? told(caller, found, done) : here;
        });
    }

    /** The reader acts in the tenant's log under the roles of the platform, since they hold none in the tenant. */
    private Enforced<Said> told(Caller caller, Submission found, Enforced.Done<Said> done) {
        var there = new Caller(found.tenant(), caller.actor(), caller.roles());
        var told = enforcement.perform(
                action(there, found),
                () -> disclosed(found, "platformReceipt", done.receipt().id().value()));
        if (told instanceof Enforced.Done<Said>) {
            return done;
        }
        throw new IllegalStateException("the platform may read, but not in the name of " + found.tenant());
    }

    private static GovernedAction action(Caller caller, Submission found) {
        return GovernedAction.of(
                caller, READ, ResourceRef.of(FeedbackDesk.RESOURCE, found.id().value()));
    }

    private Effect<Said> disclosed(Submission found, String name, String value) {
        var facts = new HashMap<String, Object>(Map.of(name, value));
        found.picture()
                .ifPresent(picture ->
                        facts.put(FeedbackDesk.PICTURE, picture.digest().hex()));
        return Effect.of(
                        new Said(found.text(), pictures.find(found.tenant(), found.id()), found.purged()),
                        Subject.atVersion(FeedbackDesk.RESOURCE, found.id().value(), 0))
                .withFacts(facts);
    }
}
