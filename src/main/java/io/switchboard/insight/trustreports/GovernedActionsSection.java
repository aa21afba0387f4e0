package io.switchboard.insight.trustreports;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptTotals;
import io.switchboard.insight.assurance.Words;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done and refused, day by day. */
@Component
@Order(2)
class GovernedActionsSection implements SectionSource {

    private final ReceiptTotals totals;

    GovernedActionsSection(ReceiptTotals totals) {
        this.totals = totals;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = Totals.of(totals, tenant.id(), span);
        var before = Totals.of(totals, tenant.id(), span.before());
        var summary = now.all() == 0
                ? "Nothing governed happened."
                : Words.count(now.all(), "governed action", "governed actions") + ": " + now.words() + ".";
        return Section.of(
                        "governed-actions",
                        "Governed actions",
                        Section.State.AS_IT_SHOULD_BE,
                        summary,
                        List.of(
                                counted("allowed", "Allowed", Outcome.ALLOWED, now, before),
                                counted("denied", "Denied by policy", Outcome.DENIED, now, before),
                                counted("failed", "Allowed, but failed", Outcome.FAILED, now, before),
                                counted("simulated", "Simulated", Outcome.SIMULATED, now, before),
                                people(tenant, span)))
                .with(span.week().days().stream()
                        .map(day -> day(tenant, span, day))
                        .toList());
    }

    private static Measure counted(String id, String title, Outcome outcome, Totals now, Totals before) {
        return new Measure(
                id,
                title,
                new Reading.Count(now.of(outcome)),
                new Reading.Count(before.of(outcome)),
                "Receipts with the outcome " + outcome.wire() + ", by when they occurred.");
    }

    private Measure people(Tenant tenant, Span span) {
        return new Measure(
                "people",
                "People at work",
                new Reading.Count(totals.people(tenant.id(), span.from(), span.until())),
                new Reading.Count(totals.people(
                        tenant.id(), span.before().from(), span.before().until())),
                "Different people with an allowed action.");
    }

    private Section.Day day(Tenant tenant, Span span, LocalDate day) {
        var from = start(span, day);
        var until = earlier(start(span, day.plusDays(1)), span.until());
        var of = from.isBefore(until) ? new Totals(totals.of(tenant.id(), from, until)) : new Totals(List.of());
        return new Section.Day(
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK) + " " + day.getDayOfMonth(),
                of.of(Outcome.ALLOWED),
                of.of(Outcome.DENIED),
                of.of(Outcome.FAILED));
    }

    private static Instant start(Span span, LocalDate day) {
        return day.atStartOfDay(span.week().zone()).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
