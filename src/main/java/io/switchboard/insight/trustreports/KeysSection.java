package io.switchboard.insight.trustreports;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptTotals;
import io.switchboard.insight.assurance.Words;
import io.switchboard.platform.signing.KeyLifecycle;
import io.switchboard.platform.signing.ListedKey;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done with keys, and which are valid. */
@Component
@Order(5)
class KeysSection implements SectionSource {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private final ReceiptTotals totals;
    private final KeyLifecycle keys;

    KeysSection(ReceiptTotals totals, KeyLifecycle keys) {
        this.totals = totals;
        this.keys = keys;
    }

    @Override
    public Section of(Tenant tenant, Span span) {
        var now = Totals.of(totals, tenant.id(), span);
        var before = Totals.of(totals, tenant.id(), span.before());
        var valid = keys.keys(tenant.id()).stream()
                .filter(key -> wasValid(key, span))
                .toList();
        return Section.of(
                        "keys",
                        "Key operations",
                        Section.State.AS_IT_SHOULD_BE,
                        Words.count(valid.size(), "key was", "keys were") + " valid at the end of the time; "
                                + Words.count(
                                        operations(now),
                                        "key operation was done in it.",
                                        "key operations were done in it."),
                        List.of(
                                measure("rotated", "Rotated", "keys.rotate", now, before),
                                measure("retired", "Retired", "keys.retire", now, before),
                                measure("brought", "Brought by the tenant", "keys.bring", now, before),
                                measure(
                                        "recovery",
                                        "Sign-ins by the recovery way",
                                        "administration.use-recovery-login",
                                        now,
                                        before)))
                .with(new Details(
                        "Keys that were valid at the end",
                        List.of("Key", "Signs", "Since", "Until"),
                        valid.stream().limit(Details.MOST).map(KeysSection::row).toList(),
                        valid.size()));
    }

    private static boolean wasValid(ListedKey key, Span span) {
        return key.window().includes(span.until().minusSeconds(1));
    }

    private static long operations(Totals totals) {
        return totals.only(action -> action.startsWith("keys.") && !action.equals("keys.rehearse"))
                .of(Outcome.ALLOWED);
    }

    private static Measure measure(String id, String title, String action, Totals now, Totals before) {
        return new Measure(
                id,
                title,
                new Reading.Count(now.only(action::equals).of(Outcome.ALLOWED)),
                new Reading.Count(before.only(action::equals).of(Outcome.ALLOWED)),
                "Allowed receipts of " + action + ".");
    }

    private static List<String> row(ListedKey key) {
        return List.of(
                key.id(),
                key.use().name().toLowerCase(Locale.ROOT) + "s",
                day(key.window().from()),
                key.window().until().map(KeysSection::day).orElse("open-ended"));
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }
}
