package io.switchboard.insight.success;

import io.switchboard.control.receipts.FedReceipt;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A past to compute figures from, told receipt by receipt. */
final class Told {

    static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");

    private static final TenantId TENANT = TenantId.random();

    final List<FedReceipt> receipts = new ArrayList<>();

    Told by(String person, String action, Duration ago) {
        return add(user(person), action, Outcome.ALLOWED, ago, Optional.empty(), Map.of());
    }

    Told add(
            Actor actor,
            String action,
            Outcome outcome,
            Duration ago,
            Optional<FedReceipt.Cause> cause,
            Map<String, Object> facts) {
        return add(actor, action, outcome, ago, cause, facts, "thing/x");
    }

    Told decided(String state, Duration waited, Duration ago) {
        return add(user("nina"), "approvals.decide", Outcome.ALLOWED, ago, asked(waited, ago), Map.of("state", state));
    }

    Told expired(String code, Duration ago) {
        return add(
                Actor.system("approvals"),
                "approvals.decide",
                Outcome.FAILED,
                ago,
                asked(Duration.ofDays(3), ago),
                Map.of("code", code));
    }

    private static Optional<FedReceipt.Cause> asked(Duration waited, Duration ago) {
        return cause("approvals.request", ago.plus(waited));
    }

    Told planned(Duration ago, Map<String, Object> facts) {
        return add(user("ada"), "imports.plan", Outcome.ALLOWED, ago, Optional.empty(), facts);
    }

    Told committed(Duration waited, Duration ago) {
        return add(
                user("ada"), "imports.commit", Outcome.ALLOWED, ago, cause("imports.plan", ago.plus(waited)), Map.of());
    }

    Told stepped(String run, Duration since, Duration ago) {
        return add(
                user("otto"),
                "runs.step",
                Outcome.ALLOWED,
                ago,
                cause("runs.start", ago.plus(since)),
                Map.of(),
                "run/" + run);
    }

    Told failed(String action, String code, Duration ago) {
        return add(user("ada"), action, Outcome.FAILED, ago, Optional.empty(), Map.of("failure", code));
    }

    Told moved(String incident, boolean byRun, Duration ago) {
        return add(
                user("otto"),
                "incidents.update",
                Outcome.ALLOWED,
                ago,
                byRun ? cause("runs.start", ago) : Optional.empty(),
                Map.of(),
                "Incident/" + incident);
    }

    private static Optional<FedReceipt.Cause> cause(String action, Duration ago) {
        return Optional.of(new FedReceipt.Cause(new ActionId(action), NOW.minus(ago)));
    }

    static Actor user(String person) {
        return new Actor(Actor.Type.USER, person);
    }

    private Told add(
            Actor actor,
            String action,
            Outcome outcome,
            Duration ago,
            Optional<FedReceipt.Cause> cause,
            Map<String, Object> facts,
            String subject) {
        var id = ReceiptId.of(("receipt " + receipts.size()).getBytes(StandardCharsets.UTF_8));
        var head = new Receipt(
                TENANT,
                id,
                actor,
                new ActionId(action),
                outcome,
                Optional.empty(),
                CorrelationId.random(),
                Optional.empty(),
                NOW.minus(ago));
        receipts.add(new FedReceipt(OptionalLong.empty(), head, cause, List.of(SubjectName.parse(subject)), facts));
        return this;
    }

    Figures figures(Period period) {
        return figures(period, new Activation(Instant.EPOCH, List.of(), OptionalDouble.empty()));
    }

    Figures figures(Period period, Activation activation) {
        return new Figures(Book.of(receipts), activation, period, NOW);
    }
}
