package io.switchboard.control.enforcement;

import io.switchboard.control.policy.Decisions;
import io.switchboard.control.policy.RecordedDecision;
import io.switchboard.control.receipts.DecisionWords;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings the recorded decisions' reasons to the receipts that refer to them. */
@Component
class RecordedWords implements DecisionWords {

    private final Decisions decisions;
    private final Shadows shadows;

    RecordedWords(Decisions decisions, Shadows shadows) {
        this.decisions = decisions;
        this.shadows = shadows;
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

    @Override
    public Optional<Beside> beside(Caller caller, DecisionId decision) {
        return decisions
                .find(caller.tenant(), decision)
                .flatMap(found -> shadows.beside(caller, found)
                        .map(evaluated -> new Beside(
                                found.enforced().wire(), evaluated.verdict().wire(), evaluated.version())));
    }

    private static Stream<String> sentences(RecordedDecision decision) {
        return decision.reasons().isEmpty()
                ? decision.determiningPolicies().stream().map(policy -> "allowed by " + policy)
                : decision.reasons().stream().map(reason -> reason.code() + ": " + reason.why());
    }
}
