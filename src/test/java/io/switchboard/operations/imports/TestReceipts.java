package io.switchboard.operations.imports;

import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it was asked to sign. */
final class TestReceipts implements Receipts {

    final List<ReceiptDraft> drafts = new ArrayList<>();

    @Override
    public Receipt append(ReceiptDraft draft) {
        drafts.add(draft);
        return new Receipt(
                draft.tenant(),
                ReceiptId.of(draft.correlation().toString().getBytes(StandardCharsets.UTF_8)),
                draft.actor(),
                draft.action(),
                draft.outcome(),
                Optional.empty(),
                draft.correlation(),
                draft.parent(),
                Instant.EPOCH);
    }

    @Override
    public Optional<Receipt> find(TenantId tenant, ReceiptId id) {
        return Optional.empty();
    }
}
