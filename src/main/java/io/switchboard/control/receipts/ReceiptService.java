package io.switchboard.control.receipts;

import io.switchboard.control.receipts.sequencer.LogQueue;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.DsseEnvelope;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.ReceiptSigner;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues receipts: one signature and its rows, a place in the queue of the log among them, in the transaction of the action they are about. */
@Service
class ReceiptService implements Receipts {

    private static final int MOST_DISCLOSURES = 32;

    private final StoredReceipts receipts;
    private final Disclosures disclosures;
    private final LogQueue queue;
    private final KeyRing keys;
    private final Clock clock;

    ReceiptService(StoredReceipts receipts, Disclosures disclosures, LogQueue queue, KeyRing keys, Clock clock) {
        this.receipts = receipts;
        this.disclosures = disclosures;
        this.queue = queue;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Receipt append(ReceiptDraft draft) {
        TenantId tenant = draft.tenant();
        Instant occurredAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Disclosed> disclosed = disclosed(draft);
        ReceiptSigner signer = keys.receiptSigner(tenant, occurredAt);
        byte[] payload = ReceiptStatement.of(draft, signer.log(), occurredAt, disclosed);
        DsseEnvelope envelope = signer.sign(ReceiptStatement.PAYLOAD_TYPE, payload);
        Receipt receipt = head(draft, ReceiptId.of(payload), occurredAt);
        receipts.add(receipt, envelope, ReceiptStatement.about(draft, signer.log()));
        disclosures.add(tenant, receipt.id(), occurredAt, disclosed);
        queue.add(tenant, receipt.id(), occurredAt, Sha256.of(envelope.bytes()));
        return receipt;
    }

    @Override
    public Optional<Receipt> find(TenantId tenant, ReceiptId id) {
        return receipts.find(tenant, id).map(StoredReceipt::receipt);
    }

    private static List<Disclosed> disclosed(ReceiptDraft draft) {
        if (draft.disclosures().size() > MOST_DISCLOSURES) {
            throw new IllegalArgumentException("a receipt discloses at most " + MOST_DISCLOSURES + " values");
        }
        return draft.disclosures().entrySet().stream()
                .map(value -> Disclosed.of(value.getKey(), value.getValue()))
                .toList();
    }

    private static Receipt head(ReceiptDraft draft, ReceiptId id, Instant occurredAt) {
        return new Receipt(
                draft.tenant(),
                id,
                draft.actor(),
                draft.action(),
                draft.outcome(),
                draft.decision().map(ReceiptDraft.DecisionRef::id),
                draft.correlation(),
                draft.parent(),
                occurredAt);
    }
}
