package io.switchboard.insight.trustreports;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptTotals;
import io.switchboard.control.receipts.ReceiptTotals.Total;
import io.switchboard.insight.assurance.Words;
import io.switchboard.kernel.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Receipts by action and outcome, to be asked for sums. */
record Totals(List<Total> each) {

    Totals {
        each = List.copyOf(each);
    }

    static Totals of(ReceiptTotals totals, TenantId tenant, Span span) {
        return new Totals(totals.of(tenant, span.from(), span.until()));
    }

    /** Those whose action is one of a kind. */
    Totals only(Predicate<String> action) {
        return new Totals(each.stream()
                .filter(total -> action.test(total.action().value()))
                .toList());
    }

    long all() {
        return sum(each);
    }

    long of(Outcome outcome) {
        return sum(each.stream().filter(total -> total.outcome() == outcome).toList());
    }

    /** {@code 12 allowed, 1 denied, 0 failed}. */
    String words() {
        return Words.number(of(Outcome.ALLOWED)) + " allowed, " + Words.number(of(Outcome.DENIED)) + " denied, "
                + Words.number(of(Outcome.FAILED)) + " failed";
    }

    /** A row for each action: its name, and how many ended how; the most first. */
    Details details(String title) {
        Set<String> actions = new TreeSet<>();
        each.forEach(total -> actions.add(total.action().value()));
        var rows = actions.stream()
                .sorted(Comparator.comparingLong(
                        (String action) -> -only(action::equals).all()))
                .map(this::row)
                .toList();
        return new Details(
                title,
                List.of("Action", "Allowed", "Denied", "Failed"),
                rows.subList(0, Math.min(rows.size(), Details.MOST)),
                rows.size());
    }

    private List<String> row(String action) {
        var of = only(action::equals);
        return List.of(
                action,
                Words.number(of.of(Outcome.ALLOWED)),
                Words.number(of.of(Outcome.DENIED)),
                Words.number(of.of(Outcome.FAILED)));
    }

    private static long sum(List<Total> some) {
        return some.stream().mapToLong(Total::receipts).sum();
    }
}
