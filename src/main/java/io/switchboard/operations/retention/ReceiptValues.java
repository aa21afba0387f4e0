package io.switchboard.operations.retention;

import io.switchboard.control.receipts.Disclosures;
import io.switchboard.control.receipts.Purged;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The values that receipts only commit to. Their receipts verify without them. */
@Component
@Order(1)
class ReceiptValues implements PurgeableRecords {

    static final String KIND = "receipt-values";

    private final Disclosures disclosures;

    ReceiptValues(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "Values of receipts";
    }

    @Override
    public String what() {
        return "Names, addresses and typed reasons that a receipt commits to. The receipt stays, verifies, and proves that they were there.";
    }

    @Override
    public Optional<Integer> defaultDays() {
        return Optional.empty();
    }

    @Override
    public DueRecords due(TenantId tenant, Instant before) {
        var kept = disclosures.kept(tenant, before);
        return new DueRecords(kept.number(), kept.oldest(), kept.newest());
    }

    @Override
    public List<PurgedRecord> purge(TenantId tenant, Instant before, int most, Purged purged) {
        return disclosures.shred(tenant, before, most, purged).stream()
                .map(gone -> new PurgedRecord(
                        gone.receipt() + "/" + gone.position(),
                        gone.recordedAt(),
                        gone.ciphertext(),
                        Optional.of(gone.key())))
                .toList();
    }
}
