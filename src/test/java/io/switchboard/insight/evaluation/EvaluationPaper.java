package io.switchboard.insight.evaluation;

import io.switchboard.insight.evaluation.Integration.State;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.onboarding.Checklist;
import io.switchboard.operations.onboarding.SetupStep;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A kit and a memo made up for documents. */
final class EvaluationPaper {

    static final Instant NOW = Instant.parse("2026-11-25T10:15:00Z");
    private static final String WRAPS =
            "A very long text that has to wrap ".repeat(14).strip();
    static final String WORDS = "A first line.\n" + WRAPS + " 😀 שלום";
    static final String LONG = WRAPS + " שלום العربية 😀";

    private EvaluationPaper() {}

    static Tenant tenant() {
        return new Tenant(
                new TenantId("ten_aaaaaaaaaaaaaaaa"),
                new Slug("acme"),
                Plan.ENTERPRISE,
                new LogId("log_aaaaaaaaaaaaaaaa"),
                new TenantSettings("Acme Corporation", "#1f5eff", Optional.empty(), 365),
                0,
                NOW);
    }

    static EvaluationKit kit() {
        var receipt = Optional.of(new ReceiptId("rcp_aaaaaaaaaaaaaaaaaaaaaaaaaa"));
        return new EvaluationKit(
                new Evaluation(LocalDate.parse("2026-11-02"), NOW, new Actor(Actor.Type.USER, "mem_a"), receipt),
                NOW,
                new Checklist(
                        tenant(),
                        Arrays.stream(SetupStep.values())
                                .map(step ->
                                        new Checklist.Item(step, Optional.empty(), Optional.empty(), Optional.empty()))
                                .toList()),
                List.of(
                        new Integration("Sign-in (OpenID Connect)", State.LIVE, LONG, receipt, "provider"),
                        new Integration("Keys (BYOK)", State.OFF, "Not brought.", Optional.empty(), "keys")),
                List.of(
                        new WeeklyReport("2026-W45", true, true, receipt),
                        new WeeklyReport("2026-W46", true, false, Optional.empty())),
                List.of(new SuccessMetric("wau", "Active people", LONG, "7", "–")),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> new Criterion(
                                "c" + number,
                                "Criterion " + number,
                                "A definition.",
                                number % 2 == 0,
                                number == 3 ? LONG : "It stands as number " + number + ".",
                                number % 2 == 0 ? receipt : Optional.empty(),
                                "setup"))
                        .toList());
    }

    /** Signed by names that are as long as names may be; answered as told. */
    static Memo memo(Optional<Memo.Answer> answer) {
        var json = new HashMap<>(KitFacts.of(kit()));
        json.put("verdict", "go");
        return new Memo(3, Verdict.GO, WORDS, CanonicalJson.of(json), signed("Eve 😀"), answer, false);
    }

    static Memo.Signed signed(String name) {
        return new Memo.Signed(
                new Actor(Actor.Type.USER, "mem_a"),
                name,
                NOW,
                "key_" + "a".repeat(40),
                new byte[64],
                Optional.of(new ReceiptId("rcp_bbbbbbbbbbbbbbbbbbbbbbbbbb")),
                Optional.of(new ReceiptId("rcp_cccccccccccccccccccccccccc")));
    }
}
