package io.switchboard.insight.success;

import io.switchboard.control.receipts.FedReceipt;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.insight.success.Page.Count;
import io.switchboard.insight.success.Page.Kind;
import io.switchboard.insight.success.Page.Result;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What one receipt adds to the {@link Page} of its day: the only place that knows what receipts mean to figures. */
record Entry(FedReceipt receipt, Page page) {

    static final String PASSED = "passed";
    static final String DONE = "done";

    private static final String REASON = "reject.";

    /** Where it was asked for twice or in the wrong state, a dry run or commit did not happen at all. */
    private static final Set<String> NOT_TRIED =
            Set.of("wrong-status", "already-committing", "already-committed", "interrupted");

    static void of(FedReceipt receipt, Page page) {
        new Entry(receipt, page).enter();
    }

    private void enter() {
        page.did(new Page.Deed(action(), head().outcome(), head().actor().type()), 1);
        if (is(Outcome.ALLOWED) && head().actor().type() == Actor.Type.USER) {
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
        }
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
        var waited = receipt.cause()
                .map(cause -> Duration.between(cause.occurredAt(), at()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        page.happened(
                new Page.CaseId(Kind.APPROVAL, head().id().value()),
                new Page.Case(at(), Duration.ofMillis(waited.toMillis()), result));
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
        receipt.subjects().stream()
                .filter(subject -> subject.type().equalsIgnoreCase("Incident"))
                .forEach(subject -> page.happened(new Page.CaseId(Kind.INCIDENT, subject.id()), handled));
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
