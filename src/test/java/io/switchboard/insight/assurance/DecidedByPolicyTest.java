package io.switchboard.insight.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.policy.RecordedDecision;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecidedByPolicyTest {

    private final Receipted log = new Receipted();
    private final Tenant globex = log.tenant(0);
    private final Map<DecisionId, RecordedDecision> decisions = new HashMap<>();
    private final DecidedByPolicy check = new DecidedByPolicy(log, (_, _) -> decisions);

    private Finding find() {
        return check.check(globex, Receipted.NOW);
    }

    private void record(SignedReceipt receipt, String action, Sha256 policies, boolean allowed) {
        var id = receipt.decision().orElseThrow().id();
        decisions.put(
                id,
                new RecordedDecision(
                        globex.id(),
                        id,
                        Actor.system("test"),
                        new ActionId(action),
                        "Import",
                        "x",
                        allowed,
                        policies,
                        List.of(),
                        List.of(),
                        CorrelationId.random(),
                        Receipted.NOW,
                        Duration.ZERO,
                        Optional.empty()));
    }

    private SignedReceipt decided() {
        var receipt = log.add("import/pln_a");
        record(receipt, "imports.commit", Receipted.POLICIES, true);
        return receipt;
    }

    @Test
    void holdsWhereEveryDecisionSaysTheSame() {
        decided();
        var denied = log.add(log.log, "imports.plan", Outcome.DENIED, "x");
        record(denied, "imports.plan", Receipted.POLICIES, false);
        assertThat(find().holds()).isTrue();
        assertThat(find().figures()).isEqualTo(Map.of("receipts", 2L, "decided", 2L, "days", 90L));
    }

    @Test
    void namesTheReceiptWhoseDecisionIsNotOnRecord() {
        decided();
        var alone = log.add("import/pln_b");
        assertThat(find().holds()).isFalse();
        assertThat(find().words())
                .startsWith("1 of 2 receipts")
                .contains(alone.id().value());
    }

    @Test
    void isNotProvenWhereTheDecisionWasAboutAnotherAction() {
        record(log.add("x"), "imports.plan", Receipted.POLICIES, true);
        assertThat(find().holds()).isFalse();
    }

    @Test
    void isNotProvenWhereOtherPoliciesWereInForce() {
        record(log.add("x"), "imports.commit", Sha256.of("others"), true);
        assertThat(find().holds()).isFalse();
    }

    @Test
    void isNotProvenWhereADenialWasCarriedOut() {
        record(log.add("x"), "imports.commit", Receipted.POLICIES, false);
        assertThat(find().holds()).isFalse();
    }

    @Test
    void isNotProvenWhereAReceiptCitesNoDecision() {
        var receipt = decided();
        log.receipts.clear();
        log.add(new SignedReceipt(
                receipt.id(),
                receipt.envelope(),
                receipt.log(),
                receipt.action(),
                receipt.outcome(),
                Optional.empty(),
                receipt.occurredAt(),
                receipt.subjects()));
        assertThat(find().words()).startsWith("0 of 1 receipts");
    }

    @Test
    void hasNoEvidenceWhereNothingHappened() {
        assertThat(find().holds()).isFalse();
        assertThat(find().evidence()).isEmpty();
    }
}
