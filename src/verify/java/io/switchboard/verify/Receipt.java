package io.switchboard.verify;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A receipt's authenticated payload, its form checked: log, claimed time, and the commitments to what may be disclosed. */
record Receipt(String log, Instant occurredAt, Set<String> commitments) {

    static final String PREDICATE = "https://switchboard.example/receipt/v1";

    private static final Set<String> NEEDED =
            Set.of("log", "nonce", "actor", "action", "outcome", "occurredAt", "correlationId");
    private static final Set<String> OPTIONAL =
            Set.of("decision", "parent", "trigger", "approvedBy", "budget", "facts", "_sd");

    private static final Set<String> ACTOR = Set.of("type", "id");
    private static final Set<String> DECISION = Set.of("id", "bundleDigest", "determiningPolicies", "reasonCodes");
    private static final Set<String> BUDGET = Set.of("name", "amount", "unit", "remaining");

    static Receipt of(Members payload) throws Refused {
        Statement statement = Statement.of(payload, PREDICATE);
        for (Members subject : statement.subjects()) {
            Statement.sha256(subject);
            subject.optionalText("name", name -> !name.isEmpty());
        }
        Members predicate = statement.predicate().only(NEEDED, OPTIONAL);
        requireNeeded(predicate);
        requireOptional(predicate);
        return new Receipt(predicate.text("log", Forms.LOG), predicate.time("occurredAt"), commitments(predicate));
    }

    private static void requireNeeded(Members predicate) throws Refused {
        predicate.text("nonce", Forms.NONCE);
        predicate.text("action", Forms.ACTION);
        predicate.text("outcome", Forms.OUTCOME);
        predicate.text("correlationId", Forms.TRACE);
        Members actor = predicate.object("actor").only(ACTOR, Set.of());
        actor.text("type", Forms.ACTOR_TYPE);
        actor.text("id", Forms.OPAQUE);
    }

    private static void requireOptional(Members predicate) throws Refused {
        predicate.optionalText("parent", Forms.RECEIPT);
        predicate.optionalText("trigger", Forms.TRIGGER);
        if (predicate.has("approvedBy")) {
            predicate.texts("approvedBy", Forms.RECEIPT);
        }
        if (predicate.has("decision")) {
            requireDecision(predicate.object("decision"));
        }
        if (predicate.has("budget")) {
            requireBudget(predicate.object("budget"));
        }
        if (predicate.has("facts")) {
            predicate.flat("facts");
        }
    }

    private static void requireDecision(Members decision) throws Refused {
        decision.only(DECISION, Set.of());
        decision.text("id", Forms.DECISION);
        decision.text("bundleDigest", Forms.SHA256);
        decision.texts("determiningPolicies", t -> true);
        decision.texts("reasonCodes", t -> true);
    }

    private static void requireBudget(Members budget) throws Refused {
        budget.only(BUDGET, Set.of());
        budget.text("name");
        budget.number("amount");
        budget.text("unit");
        budget.number("remaining");
    }

    private static Set<String> commitments(Members predicate) throws Refused {
        List<String> digests = predicate.has("_sd") ? predicate.texts("_sd", Forms.SHA256_BASE64URL) : List.of();
        var commitments = new HashSet<>(digests);
        if (commitments.size() != digests.size()) {
            throw predicate.wrong("_sd", "names a digest twice");
        }
        return commitments;
    }
}
