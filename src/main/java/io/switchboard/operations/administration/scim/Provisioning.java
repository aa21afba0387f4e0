package io.switchboard.operations.administration.scim;

import io.switchboard.control.approvals.Approval;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what clients ask for, one governed action for each write, or tries it and leaves nothing but the receipt of the rehearsal. A bulk is rehearsed as a
 * whole, so that later operations see what earlier ones would have done.
 */
@Service
class Provisioning {

    private static final int REPEATS = 5;

    private final EnforcementPoint enforcement;
    private final PolicyDecisionPoint policy;
    private final Writes writes;
    private final FourEyes fourEyes;
    private final TransactionTemplate nested;
    private final TransactionTemplate alone;

    Provisioning(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            Writes writes,
            FourEyes fourEyes,
            PlatformTransactionManager transactions) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.writes = writes;
        this.fourEyes = fourEyes;
        this.alone = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Again, a few times, where somebody else was faster: nothing was changed then, and what was seen has to be seen anew. */
    Enforced<Written> perform(Caller caller, Operation operation) {
        return perform(caller, operation, Optional.empty());
    }

    private Enforced<Written> perform(Caller caller, Operation operation, Optional<Approval> approval) {
        var ended = once(caller, operation, approval);
        for (int again = 0; again < REPEATS && wasOvertaken(ended); again++) {
            ended = once(caller, operation, approval);
        }
        return ended;
    }

    private static boolean wasOvertaken(Enforced<Written> ended) {
        return ended instanceof Enforced.Failed<Written> failed
                && failed.failure().code().equals(Write.OVERTAKEN);
    }

    private Enforced<Written> once(Caller caller, Operation operation, Optional<Approval> approval) {
        var write = writes.of(caller, operation);
        var guard = fourEyes.guard(caller, write.action(), Asking.of(operation));
        var ended = enforcement.perform(
                write.action(),
                () -> approval.map(given -> guard.approved(write.change(), given))
                        .orElseGet(() -> guard.passed(write.change())));
        guard.question().ifPresent(question -> {
            throw fourEyes.held(caller, question, ended);
        });
        return ended;
    }

    Enforced<Written> rehearse(Caller caller, Operation operation) {
        var write = writes.of(caller, operation);
        var guard = fourEyes.guard(caller, write.action(), Asking.of(operation));
        return enforcement.simulate(write.action(), () -> guard.tried(write.change()));
    }

    /** A bulk that would be held anywhere is held as a whole, before any of it happens. */
    List<BulkRun.Result> perform(Caller caller, BulkRequest bulk) {
        var results = forgotten(caller, bulk);
        if (results.stream().noneMatch(BulkRun.Result::isHeld)) {
            return performed(caller, bulk, Optional.empty());
        }
        var question =
                fourEyes.question(Action.REHEARSE.of(caller, caller.tenant().value()), Asking.of(bulk), results);
        var approval = alone.execute(_ -> fourEyes.use(caller, question));
        if (approval.isPresent()) {
            return performed(caller, bulk, approval);
        }
        throw fourEyes.held(caller, question, rehearse(caller, bulk));
    }

    private List<BulkRun.Result> performed(Caller caller, BulkRequest bulk, Optional<Approval> approval) {
        return new BulkRun(
                        bulk,
                        operation -> Outcomes.done(perform(caller, operation, approval))
                                .value())
                .results();
    }

    /** What the bulk would come to, found out in a transaction that is rolled back. */
    private List<BulkRun.Result> forgotten(Caller caller, BulkRequest bulk) {
        return alone.execute(status -> {
            status.setRollbackOnly();
            return new BulkRun(bulk, operation -> tried(caller, operation)).results();
        });
    }

    Enforced<List<BulkRun.Result>> rehearse(Caller caller, BulkRequest bulk) {
        var action = Action.REHEARSE.of(caller, caller.tenant().value());
        return enforcement.simulate(action, () -> tried(caller, bulk));
    }

    private Effect<List<BulkRun.Result>> tried(Caller caller, BulkRequest bulk) {
        var results = new BulkRun(bulk, operation -> tried(caller, operation)).results();
        return Effect.of(results, Subject.atVersion("Tenant", caller.tenant().value(), 0))
                .withFacts(facts(results));
    }

    /** What fails is undone by itself, and those after it go on. */
    private Written tried(Caller caller, Operation operation) {
        var write = writes.of(caller, operation);
        var decision = policy.decide(write.action().request());
        if (!decision.allowed()) {
            throw ScimFault.proven(
                    HttpStatus.FORBIDDEN, "", Outcomes.why(decision), Map.of("rule", Outcomes.rule(decision)));
        }
        try {
            var guard = fourEyes.guard(caller, write.action(), Asking.of(operation));
            return nested.execute(_ -> guard.tried(write.change()).value());
        } catch (ChangeFailure failure) {
            throw ScimFault.proven(
                    Write.status(failure.code()), Outcomes.scimType(failure.code()), failure.explanation(), Map.of());
        }
    }

    private static Map<String, Object> facts(List<BulkRun.Result> results) {
        var facts = new HashMap<String, Object>();
        var changes = results.stream()
                .flatMap(result -> result.written().stream())
                .map(Written::changes)
                .toList();
        facts.put("held", results.stream().filter(BulkRun.Result::isHeld).count());
        facts.put("operations", (long) results.size());
        facts.put("refused", (long) results.size() - changes.size());
        facts.put(
                "deactivated",
                changes.stream().mapToLong(ChangeList::deactivated).sum());
        facts.put("removed", changes.stream().mapToLong(ChangeList::removed).sum());
        facts.put(
                "rolesGained",
                changes.stream().mapToLong(list -> list.gained().size()).sum());
        facts.put(
                "rolesLost",
                changes.stream().mapToLong(list -> list.lost().size()).sum());
        return facts;
    }
}
