package io.switchboard.insight.evaluation;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.enforcement.GovernedAction;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The tenant's side of the go/no-go memo: what the evaluation came to, signed with the tenant's key over everything that it rests on. */
@Service
public class Memos {

    public static final ActionId SIGN = new ActionId("evaluation.sign-memo");

    public static final int LONGEST = 2_000;

    private static final int MOST = 20;

    private final EnforcementPoint enforcement;
    private final Viewing viewing;
    private final MemoRows rows;
    private final EvaluationRows evaluations;
    private final Kits kits;
    private final Tenants tenants;
    private final SignerNames names;
    private final KeyRing keys;
    private final Clock clock;

    Memos(
            EnforcementPoint enforcement,
            Viewing viewing,
            MemoRows rows,
            EvaluationRows evaluations,
            Kits kits,
            Tenants tenants,
            SignerNames names,
            KeyRing keys,
            Clock clock) {
        this.enforcement = enforcement;
        this.viewing = viewing;
        this.rows = rows;
        this.evaluations = evaluations;
        this.kits = kits;
        this.tenants = tenants;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
    }

    /** The latest 20, the latest first. */
    public List<Memo> list(Caller caller) {
        viewing.require(caller, EvaluationDesk.VIEW, EvaluationDesk.EVALUATION);
        return rows.list(caller.tenant(), MOST);
    }

    /** The decision that stands against signing; empty for whoever may. */
    public Optional<Decision> againstSigning(Caller caller) {
        return viewing.against(caller, SIGN, EvaluationDesk.EVALUATION);
    }

    /** In the tenant's name, over the evaluation as it stands now; takes the place of a memo that waits. A go while criteria are open says why. */
    public Enforced<Memo> sign(Caller caller, Verdict verdict, String words) {
        var resource = ResourceRef.of(EvaluationDesk.EVALUATION, "memo");
        return enforcement.perform(GovernedAction.of(caller, SIGN, resource), () -> signed(caller, verdict, words));
    }

    private Effect<Memo> signed(Caller caller, Verdict verdict, String words) {
        var tenant = tenants.find(caller.tenant()).orElseThrow();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var kit = kits.of(tenant, now)
                .orElseThrow(() -> new ChangeFailure(
                        "not-begun", "No evaluation has begun, so there is nothing to sign. Begin one first."));
        requireWords(verdict, words.strip(), kit);
        evaluations.lock(tenant.id());
        rows.supersede(tenant.id());
        var memo = memo(caller, tenant, verdict, words.strip(), kit, now);
        rows.add(tenant.id(), memo);
        return Effect.of(
                        memo,
                        Subject.atVersion(EvaluationDesk.EVALUATION, memo.name(), 1),
                        new Subject("Document", memo.name() + ".json", memo.digest()))
                .withFacts(Map.of(
                        "verdict", verdict.wire(),
                        "met", kit.met(),
                        "criteria", (long) kit.criteria().size()));
    }

    private static void requireWords(Verdict verdict, String words, EvaluationKit kit) {
        if (words.length() > LONGEST) {
            throw new ChangeFailure("too-long", "A memo says at most " + LONGEST + " characters of its own.");
        }
        if (words.isEmpty() && (verdict == Verdict.NO_GO || !kit.allMet())) {
            throw new ChangeFailure(
                    "say-why",
                    verdict == Verdict.NO_GO
                            ? "A no-go says why."
                            : (kit.criteria().size() - kit.met()) + " of "
                                    + kit.criteria().size()
                                    + " exit criteria are open. A go in spite of that says why, or on which condition.");
        }
    }

    private Memo memo(Caller caller, Tenant tenant, Verdict verdict, String words, EvaluationKit kit, Instant now) {
        int number = rows.next(tenant.id());
        var name = names.of(caller);
        var payload = payload(tenant, number, verdict, words, name, kit);
        var envelope = keys.sign(tenant.id(), KeyUse.RECEIPT, Memo.PAYLOAD_TYPE, payload);
        return new Memo(
                number,
                verdict,
                words,
                payload,
                new Memo.Signed(
                        caller.actor(),
                        name,
                        now,
                        envelope.keyId(),
                        envelope.signature(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                false);
    }

    private static byte[] payload(
            Tenant tenant, int number, Verdict verdict, String words, String name, EvaluationKit kit) {
        Map<String, Object> json = new HashMap<>(KitFacts.of(kit));
        json.put("type", "https://switchboard.example/evaluation-memo/v1");
        json.put("tenant", TenantFacts.of(tenant));
        json.put("number", number);
        json.put("verdict", verdict.wire());
        json.put("words", words);
        json.put("signedBy", name);
        return CanonicalJson.of(json);
    }

    /** Notes the receipt with the memo, in the transaction that leaves it. */
    @EventListener
    void note(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(SIGN)) {
            rows.list(done.tenant(), 1).forEach(memo -> rows.receipted(done.tenant(), memo.number(), done.receipt()));
        }
    }
}
