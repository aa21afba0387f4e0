package io.switchboard.insight.assurance;

import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The root signed the published key set, and in it the tenant has a valid key for receipts and one for documents. */
final class KeysVouchedFor implements PostureCheck {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Uses without which a tenant proves nothing, and what each signs. */
    private static final Map<String, String> NEEDED =
            new TreeMap<>(Map.of("receipt", "receipts", "log", "the log's checkpoints", "document", "documents"));

    private final KeySource keys;

    KeysVouchedFor(KeySource keys) {
        this.keys = keys;
    }

    @Override
    public String id() {
        return "keys-vouched-for";
    }

    @Override
    public String title() {
        return "The keys are vouched for by the platform's root and within their validity";
    }

    @Override
    public String checkedHow() {
        return "The published key set was verified against the root, and its dates against the clock. Yourself: data/keys.json of the evidence"
                + " bundle against the trust root; the digest is that of the key set's payload.";
    }

    @Override
    public Finding check(Tenant tenant, Instant now) {
        return keys.published()
                .map(published -> finding(published, published.of(tenant.log()), now))
                .orElseGet(() -> Finding.nothingToLookAt(
                        "The published key set is not signed by the platform's root.", Map.of()));
    }

    private static Finding finding(PublishedKeys published, PublishedKeys own, Instant now) {
        var valid = NEEDED.keySet().stream()
                .flatMap(use -> own.valid(use, now).stream())
                .toList();
        var figures = Map.of(
                "keySetVersion", published.version(),
                "keys", (long) own.keys().size(),
                "valid", (long) valid.size());
        var counted = "The root signed key set " + published.version() + "; it has "
                + Words.count(own.keys().size(), "key", "keys") + " of this tenant's log, " + Words.number(valid.size())
                + " valid today";
        return missing(own, now)
                .map(missing -> Finding.notProven(
                        counted + ", but none for " + missing + ".", figures, published.payloadDigest()))
                .orElseGet(() -> Finding.holds(counted + firstEnd(valid), figures, published.payloadDigest()));
    }

    private static Optional<String> missing(PublishedKeys own, Instant now) {
        return NEEDED.entrySet().stream()
                .filter(use -> own.valid(use.getKey(), now).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String firstEnd(List<PublishedKey> valid) {
        return valid.stream()
                .flatMap(key -> key.until().stream())
                .min(Instant::compareTo)
                .map(end -> "; the first of them ends on " + DAY.format(end) + ".")
                .orElse(".");
    }
}
