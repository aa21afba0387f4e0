package io.switchboard.operations.administration;

import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.control.receipts.SignedReceipt;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.KeyUse;
import io.switchboard.platform.signing.KeyWindow;
import io.switchboard.platform.signing.ListedKey;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Real receipts to try a key set on: the oldest, the newest, and up to 100 from each key's time, in the order of their digests and so at random. */
@Component
class ReceiptSample {

    private static final int EACH = 100;

    private final ReceiptQuery query;
    private final ReceiptAudit audit;

    ReceiptSample(ReceiptQuery query, ReceiptAudit audit) {
        this.query = query;
        this.audit = audit;
    }

    Collection<SignedReceipt> of(TenantId tenant, List<ListedKey> keys) {
        Map<ReceiptId, SignedReceipt> found = new LinkedHashMap<>();
        Stream.of(
                        ends(tenant),
                        keys.stream()
                                .filter(key -> key.use() == KeyUse.RECEIPT)
                                .flatMap(key -> within(tenant, key.window())))
                .flatMap(receipts -> receipts)
                .forEach(receipt -> found.put(receipt.id(), receipt));
        return found.values();
    }

    private Stream<SignedReceipt> ends(TenantId tenant) {
        var newest =
                query.list(tenant, ReceiptFilter.ALL, Optional.empty(), EACH).items();
        var oldest = query.earliest(tenant, ReceiptFilter.ALL).map(ReceiptSample::at);
        return Stream.concat(
                oldest.stream().flatMap(at -> within(tenant, new KeyWindow(at, Optional.of(at.plusSeconds(1))))),
                newest.isEmpty() ? Stream.of() : within(tenant, new KeyWindow(at(newest.getLast()), Optional.empty())));
    }

    private static Instant at(ReceiptRow row) {
        return row.receipt().occurredAt();
    }

    private Stream<SignedReceipt> within(TenantId tenant, KeyWindow window) {
        return audit.signed(tenant, ReceiptFilter.ALL.inPeriod(Optional.of(window.from()), window.until()))
                .limit(EACH);
    }
}
