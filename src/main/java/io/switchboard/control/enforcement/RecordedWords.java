package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decisions;
import io.switchboard.control.policy.RecordedDecision;
import io.switchboard.control.receipts.DecisionWords;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings the recorded decisions' reasons to the receipts that refer to them. */
@Component
class RecordedWords implements DecisionWords {

    private final Decisions decisions;

    RecordedWords(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> why(TenantId tenant, DecisionId decision) {
        return decisions.find(tenant, decision).stream()
                .flatMap(RecordedWords::sentences)
                .toList();
    }

    @Override
    public Map<DecisionId, List<String>> why(TenantId tenant, Collection<DecisionId> ids) {
        return decisions.findAll(tenant, ids).values().stream()
                .collect(Collectors.toMap(
                        RecordedDecision::id, decision -> sentences(decision).toList()));
    }

    private static Stream<String> sentences(RecordedDecision decision) {
        return decision.reasons().isEmpty()
                ? decision.determiningPolicies().stream().map(policy -> "allowed by " + policy)
                : decision.reasons().stream().map(reason -> reason.code() + ": " + reason.why());
    }
}
