package io.switchboard.operations.administration.scim;

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
    private final TransactionTemplate nested;

    Provisioning(
            EnforcementPoint enforcement,
            PolicyDecisionPoint policy,
            Writes writes,
            PlatformTransactionManager transactions) {
        this.enforcement = enforcement;
        this.policy = policy;
        this.writes = writes;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Again, a few times, where somebody else was faster: nothing was changed then, and what was seen has to be seen anew. */
    Enforced<Written> perform(Caller caller, Operation operation) {
        var ended = once(caller, operation);
        for (int again = 0; again < REPEATS && wasOvertaken(ended); again++) {
            ended = once(caller, operation);
        }
        return ended;
    }

    private static boolean wasOvertaken(Enforced<Written> ended) {
        return ended instanceof Enforced.Failed<Written> failed
                && failed.failure().code().equals(Write.OVERTAKEN);
    }

    private Enforced<Written> once(Caller caller, Operation operation) {
        var write = writes.of(caller, operation);
        return enforcement.perform(write.action(), write.change());
    }

    Enforced<Written> rehearse(Caller caller, Operation operation) {
        var write = writes.of(caller, operation);
        return enforcement.simulate(write.action(), write.change());
    }

    List<BulkRun.Result> perform(Caller caller, BulkRequest bulk) {
        return new BulkRun(
                        bulk,
                        operation -> Outcomes.done(perform(caller, operation)).value())
                .results();
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
            return nested.execute(_ -> write.change().get().value());
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
