package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every receipt verifies against a published key of the tenant's log that was valid when it occurred; of many, a random sample. */
final class SignedByTenant implements PostureCheck {

    static final int MOST = 5_000;

    private final ReceiptAudit receipts;
    private final KeySource keys;
    private final Supplier<ReceiptId> somewhere;
    private final int most;

    /** @param somewhere a random place in the order of ids, where a sample begins */
    SignedByTenant(ReceiptAudit receipts, KeySource keys, Supplier<ReceiptId> somewhere, int most) {
        this.receipts = receipts;
        this.keys = keys;
        this.somewhere = somewhere;
        this.most = most;
    }

    @Override
    public String id() {
        return "signed-receipts";
    }

    @Override
    public String title() {
        return "Every receipt is signed with a key that was valid at the time";
    }

    @Override
    public String checkedHow() {
        return "Each signature (Ed25519, DSSE) was verified with the published keys; of more than "
                + Words.receipts(most)
                + " a random sample. Yourself: the offline verifier verifies all of them; the digest is that of the manifest's lines for these.";
    }

    @Override
    public Finding check(Tenant tenant, Instant now) {
        var published = keys.published();
        if (published.isEmpty()) {
            return Finding.nothingToLookAt(
                    "The published key set is not signed by the platform's root, so no key can be relied on.",
                    Map.of());
        }
        var own = published.get().of(tenant.log());
        long total = receipts.count(tenant.id(), ReceiptFilter.ALL);
        var tally = new Tally();
        try (var picked = total > most ? sample(tenant) : receipts.signed(tenant.id(), ReceiptFilter.ALL)) {
            picked.forEach(receipt -> tally.add(receipt, verifies(receipt, own)));
        }
        return tally.finding(words(tally, total), "yet", figures(tally, total));
    }

    /** So many in a row from a random place on, round the end; sorted again, so that the same sample has the same digest. */
    private Stream<SignedReceipt> sample(Tenant tenant) {
        var picked = new ArrayList<SignedReceipt>(first(
                receipts.signedAfter(
                        tenant.id(), ReceiptFilter.ALL, somewhere.get().value()),
                most));
        picked.addAll(first(receipts.signed(tenant.id(), ReceiptFilter.ALL), most - picked.size()));
        return picked.stream()
                .sorted(Comparator.comparing(receipt -> receipt.id().value()));
    }

    /** Limited before it is joined to another: a stream of streams that is joined would be read to its end first. */
    private static List<SignedReceipt> first(Stream<SignedReceipt> all, int most) {
        try (all) {
            return all.limit(most).toList();
        }
    }

    private static boolean verifies(SignedReceipt receipt, PublishedKeys own) {
        var envelope = receipt.envelope();
        return receipt.isNamedByItsPayload()
                && own.receiptKey(envelope.keyId(), receipt.occurredAt())
                        .flatMap(PublishedKey::ed25519)
                        .filter(key ->
                                Dsse.verifies(key, envelope.payloadType(), envelope.payload(), envelope.signature()))
                        .isPresent();
    }

    private static String words(Tally tally, long total) {
        var verified = Words.of(tally.good(), tally.seen(), "receipts");
        return tally.seen() < total
                ? verified + " verify: a random sample of " + Words.number(total) + " in all."
                : verified + " verify; these are all there are.";
    }

    private static Map<String, Long> figures(Tally tally, long total) {
        return Map.of("receipts", total, "checked", tally.seen(), "verified", tally.good());
    }
}
