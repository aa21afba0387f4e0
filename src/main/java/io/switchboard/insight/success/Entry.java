package io.switchboard.insight.success;

import io.switchboard.control.receipts.FedReceipt;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.insight.success.Page.Count;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.insight.success.Page.Result;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one receipt adds to the {@link Page} of its day: the only place that knows what receipts mean to figures. */
record Entry(FedReceipt receipt, Page page) {

    static final String PASSED = "passed";
    static final String DONE = "done";

    private static final String REASON = "reject.";

    /** Names the receipt in the platform's log that one in a tenant's belongs to. */
    static final String PLATFORM = "platformReceipt";

    /** Where it was asked for twice or in the wrong state, a dry run or commit did not happen at all. */
    private static final Set<String> NOT_TRIED =
            Set.of("wrong-status", "already-committing", "already-committed", "interrupted");

    static void of(FedReceipt receipt, Page page) {
        new Entry(receipt, page).enter();
    }

    private void enter() {
        page.did(new Page.Deed(action(), head().outcome(), head().actor().type()), 1);
        if (is(Outcome.ALLOWED) && head().actor().type() == Actor.Type.USER && isOfTheTenant()) {
            page.was(head().actor().id(), new Page.Presence(1, Deeds.isWork(action()), at(), at()));
        }
        if (action().equals(Deeds.DECIDE)) {
            approval().ifPresent(this::ended);
        } else if (action().equals(Deeds.PLAN)) {
            dryRun();
        } else if (action().equals(Deeds.COMMIT)) {
            commit();
        } else if (Deeds.isOnAnIncident(action()) && is(Outcome.ALLOWED)) {
            incident();
        } else if (action().equals(Deeds.STEP) || action().equals(Deeds.COMMAND)) {
            step();
        }
    }

    /** The platform's people leave a receipt where they read a tenant's words or figures, which is no use that the tenant makes of the portal. */
    private boolean isOfTheTenant() {
        return receipt.code(PLATFORM).isEmpty();
    }

    /** A decision that leaves the ticket open ends nothing; nor does a decision that was refused. */
    private Optional<Result> approval() {
        return switch (head().outcome()) {
            case ALLOWED ->
                receipt.code("state").flatMap(state -> switch (state) {
                    case "approved" -> Optional.of(Result.APPROVED);
                    case "denied" -> Optional.of(Result.DENIED);
                    default -> Optional.empty();
                });
            case FAILED -> receipt.code("code").filter("unanswered"::equals).map(_ -> Result.UNANSWERED);
            case DENIED, SIMULATED -> Optional.empty();
        };
    }

    /** The wait is from the request, which the decision follows from. */
    private void ended(Result result) {
        var waited = receipt.cause().map(this::since).orElse(Duration.ZERO);
        page.happened(new Page.CaseId(Kind.APPROVAL, head().id().value()), new Page.Case(at(), waited, result));
    }

    /** A run takes from its start to the last of its steps, so the longest counts. */
    private void step() {
        if (is(Outcome.ALLOWED)) {
            waited(Deeds.START)
                    .ifPresent(waited -> subjects("run").forEach(subject -> done(Kind.RUN, subject.id(), waited)));
        }
    }

    private void done(Kind kind, String id, Duration waited) {
        page.happened(new Page.CaseId(kind, id), new Page.Case(at(), waited, Result.DONE));
    }

    /** Since the action that this one follows from, where it is that one. */
    private Optional<Duration> waited(ActionId asked) {
        return receipt.cause().filter(cause -> cause.action().equals(asked)).map(this::since);
    }

    /** To the millisecond; clocks of nodes differ a little, and nothing is done before it is asked for. */
    private Duration since(FedReceipt.Cause cause) {
        return Duration.ofMillis(
                Math.max(0, Duration.between(cause.occurredAt(), at()).toMillis()));
    }

    private Stream<SubjectName> subjects(String type) {
        return receipt.subjects().stream().filter(subject -> subject.type().equalsIgnoreCase(type));
    }

    private void dryRun() {
        if (is(Outcome.ALLOWED) && receipt.code("reverts").isEmpty()) {
            count(Count.DRY_RUN, receipt.count("reject") == 0 ? PASSED : "with-rejects", 1);
            receipt.facts().keySet().stream()
                    .filter(name -> name.startsWith(REASON))
                    .forEach(name -> count(Count.REJECT, name.substring(REASON.length()), receipt.count(name)));
        } else if (hasFailed()) {
            count(Count.DRY_RUN, "unreadable", 1);
        }
    }

    private void commit() {
        if (is(Outcome.ALLOWED) && receipt.code("reverts").isEmpty()) {
            count(Count.COMMIT, DONE, 1);
            waited(Deeds.PLAN).ifPresent(waited -> done(Kind.IMPORT, head().id().value(), waited));
        } else if (hasFailed()) {
            count(Count.COMMIT, "failed", 1);
        }
    }

    private boolean hasFailed() {
        return is(Outcome.FAILED)
                && receipt.code("failure").filter(NOT_TRIED::contains).isEmpty();
    }

    private void incident() {
        boolean byRun =
                receipt.cause().filter(cause -> Deeds.isOfARun(cause.action())).isPresent();
        var handled = new Page.Case(at(), Duration.ZERO, byRun ? Result.WITH_RUN : Result.ALONE);
        subjects("Incident").forEach(subject -> page.happened(new Page.CaseId(Kind.INCIDENT, subject.id()), handled));
    }

    private void count(Count count, String label, long number) {
        if (number > 0) {
            page.count(new Page.Label(count, label), number);
        }
    }

    private boolean is(Outcome outcome) {
        return head().outcome() == outcome;
    }

    private Receipt head() {
        return receipt.head();
    }

    private ActionId action() {
        return head().action();
    }

    private Instant at() {
        return head().occurredAt();
    }
}
