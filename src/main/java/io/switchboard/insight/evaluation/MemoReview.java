package io.switchboard.insight.evaluation;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Subject;
import io.switchboard.insight.evaluation.Memo.Answer;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform's side of the go/no-go memo; in any other tenant's name there is nothing here. The table of evaluations leaves no receipt. To read a memo, to countersign it and to decline it leave two each: one in
 * the platform's log, and one in the tenant's, which names the first. Neither exists without the other.
 */
@Service
public class MemoReview {

    public static final ActionId VIEW = new ActionId("evaluation.view-tenants");
    public static final ActionId READ = new ActionId("evaluation.read-memo");
    public static final ActionId COUNTERSIGN = new ActionId("evaluation.countersign-memo");
    public static final ActionId DECLINE = new ActionId("evaluation.decline-memo");

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final EvaluationRows evaluations;
    private final MemoRows rows;
    private final Tenants tenants;
    private final PlatformTenant platform;
    private final SignerNames names;
    private final KeyRing keys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MemoReview(
            EnforcementPoint enforcement,
            Viewing viewing,
            EvaluationRows evaluations,
            MemoRows rows,
            Tenants tenants,
            PlatformTenant platform,
            SignerNames names,
            KeyRing keys,
            Clock clock,
            TransactionTemplate transaction) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.evaluations = evaluations;
        this.rows = rows;
        this.tenants = tenants;
        this.platform = platform;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A tenant's evaluation and its latest memo, without what the memo says. */
    public record Row(Tenant tenant, Evaluation evaluation, long day, Optional<Memo> latest) {}

    public Optional<Decision> againstViewing(Caller caller) {
        return viewing.against(caller, VIEW, EvaluationDesk.EVALUATION);
    }

    /** Whether this tenant is the platform. */
    public boolean isHere(TenantId tenant) {
        return platform.is(tenant);
    }

    /** Every evaluation, the latest first; none outside the platform. */
    public List<Row> list(Caller caller) {
        viewing.require(caller, VIEW, EvaluationDesk.EVALUATION);
        return isHere(caller.tenant())
                ? evaluations.all().entrySet().stream()
                        .flatMap(entry -> row(entry.getKey(), entry.getValue()).stream())
                        .sorted(Comparator.comparing(
                                        (Row row) -> row.evaluation().beginsOn())
                                .reversed())
                        .toList()
                : List.of();
    }

    private Optional<Row> row(TenantId id, Evaluation evaluation) {
        return tenants.find(id)
                .filter(tenant -> !tenant.isCanary())
                .map(tenant -> new Row(
                        tenant,
                        evaluation,
                        evaluation.day(now()),
                        rows.list(id, 1).stream().findFirst()));
    }

    /** Empty where there is no such memo, and for everybody outside the platform. */
    public Optional<Enforced<Memo>> read(Caller caller, Slug tenant, int number) {
        return find(caller, tenant, number)
                .map(found -> inBothLogs(
                        caller,
                        found,
                        READ,
                        () -> rows.find(found.tenant().id(), number).orElseThrow()));
    }

    /** In the platform's name, with the platform's key, over exactly what the tenant signed. */
    public Optional<Enforced<Memo>> countersign(Caller caller, Slug tenant, int number) {
        return find(caller, tenant, number)
                .map(found -> inBothLogs(caller, found, COUNTERSIGN, () -> {
                    var envelope = keys.sign(
                            platform.id(),
                            KeyUse.RECEIPT,
                            Memo.PAYLOAD_TYPE,
                            found.memo().payload());
                    var signed = new Memo.Signed(
                            caller.actor(),
                            names.of(caller),
                            now(),
                            envelope.keyId(),
                            envelope.signature(),
                            Optional.empty(),
                            Optional.empty());
                    requireOpen(rows.countersign(found.tenant().id(), number, signed));
                    return found.memo();
                }));
    }

    /** {@code why} is told to the tenant. */
    public Optional<Enforced<Memo>> decline(Caller caller, Slug tenant, int number, String why) {
        return find(caller, tenant, number)
                .map(found -> inBothLogs(caller, found, DECLINE, () -> {
                    var reason = why.strip();
                    if (reason.isEmpty() || reason.length() > Memos.LONGEST) {
                        throw new ChangeFailure(
                                "say-why", "Say why in 1 to " + Memos.LONGEST + " characters: the tenant reads it.");
                    }
                    var declined = new Answer.Declined(
                            caller.actor(), names.of(caller), now(), reason, Optional.empty(), Optional.empty());
                    requireOpen(rows.decline(found.tenant().id(), number, declined));
                    return found.memo();
                }));
    }

    private static void requireOpen(boolean answered) {
        if (!answered) {
            throw new ChangeFailure(
                    "answered-already",
                    "The memo has an answer already, or the tenant signed another in its place. Look at it again.");
        }
    }

    private record Found(Tenant tenant, Memo memo) {}

    private Optional<Found> find(Caller caller, Slug slug, int number) {
        return isHere(caller.tenant())
                ? tenants.findBySlug(slug)
                        .flatMap(tenant -> rows.find(tenant.id(), number).map(memo -> new Found(tenant, memo)))
                : Optional.empty();
    }

    private Enforced<Memo> inBothLogs(Caller caller, Found found, ActionId action, Supplier<Memo> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var here = enforcement.perform(
                    action(caller, action, found),
                    () -> effect(
                            change.get(), found, "tenant", found.tenant().id().value()));
            if (here instanceof Enforced.Done<Memo> done) {
                return told(caller, action, found, done);
            }
            status.setRollbackOnly(); // nothing was changed, and what failed has left its receipt beside this
            // transaction
            return here;
        }));
    }

    /** Whoever answers acts in the tenant's log under the roles of the platform, since they hold none in the tenant. */
    private Enforced<Memo> told(Caller caller, ActionId action, Found found, Enforced.Done<Memo> done) {
        var there = new Caller(found.tenant().id(), caller.actor(), caller.roles());
        var told = enforcement.perform(
                action(there, action, found),
                () -> effect(
                        done.value(),
                        found,
                        "platformReceipt",
                        done.receipt().id().value()));
        if (!(told instanceof Enforced.Done<Memo> tellsIt)) {
            throw new IllegalStateException("the platform may answer, but not in the name of "
                    + found.tenant().id());
        }
        if (!action.equals(READ)) {
            rows.answerReceipted(
                    found.tenant().id(),
                    found.memo().number(),
                    tellsIt.receipt().id(),
                    done.receipt().id());
        }
        var as = rows.find(found.tenant().id(), found.memo().number()).orElseThrow();
        return new Enforced.Done<>(as, done.decision(), done.receipt());
    }

    private static GovernedAction action(Caller caller, ActionId action, Found found) {
        return GovernedAction.of(
                caller,
                action,
                ResourceRef.of(EvaluationDesk.EVALUATION, found.memo().name()));
    }

    private static Effect<Memo> effect(Memo memo, Found found, String name, String value) {
        return Effect.of(
                        memo,
                        Subject.atVersion(EvaluationDesk.EVALUATION, memo.name(), memo.number()),
                        new Subject(
                                "Document", memo.name() + ".json", found.memo().digest()))
                .withFacts(Map.of(name, value, "verdict", memo.verdict().wire()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
