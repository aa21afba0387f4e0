package io.switchboard.insight.trustreports;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptTotals;
import io.switchboard.insight.assurance.Words;
import io.switchboard.platform.tenancy.Tenant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Actions that change who may do what, or what can be proven. */
@Component
@Order(3)
class PrivilegedActionsSection implements SectionSource {

    /** Areas whose every action is privileged: an action's name begins with its area. */
    static final Set<String> AREAS =
            Set.of("administration", "members", "groups", "keys", "policy", "flags", "webhooks", "retention");

    private static final String COUNTED =
            "Receipts of actions that change who may do what, keys, policies, flags, where messages go or how long records are kept.";

    private final ReceiptTotals totals;

    PrivilegedActionsSection(ReceiptTotals totals) {
        this.totals = totals;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = privileged(tenant, span);
        var before = privileged(tenant, span.before());
        var section = Section.of(
                "privileged-actions",
                "Privileged actions",
                Section.State.AS_IT_SHOULD_BE,
                now.all() == 0
                        ? "No privileged action was tried."
                        : Words.count(now.all(), "privileged action was tried", "privileged actions were tried") + ": "
                                + now.words() + ". Each has its receipt.",
                List.of(
                        measure("privileged-allowed", "Allowed", Outcome.ALLOWED, now, before),
                        measure("privileged-denied", "Denied by policy", Outcome.DENIED, now, before),
                        measure("privileged-failed", "Allowed, but failed", Outcome.FAILED, now, before)));
        return now.all() == 0 ? section : section.with(now.details("Privileged actions of the week"));
    }

    private Totals privileged(Tenant tenant, Span span) {
        return Totals.of(totals, tenant.id(), span).only(PrivilegedActionsSection::isPrivileged);
    }

    static boolean isPrivileged(String action) {
        return AREAS.contains(action.substring(0, Math.max(0, action.indexOf('.'))));
    }

    private static Measure measure(String id, String title, Outcome outcome, Totals now, Totals before) {
        return new Measure(
                id, title, new Reading.Count(now.of(outcome)), new Reading.Count(before.of(outcome)), COUNTED);
    }
}
