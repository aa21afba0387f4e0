package io.switchboard.control.receipts;

import io.switchboard.control.receipts.sequencer.LogQueue;
import io.switchboard.platform.signing.SigningKit;
import java.time.Clock;

/** The portal's own receipts for tests of other modules, on a database that has their tables and those of signing. */
public record TestReceipts(Receipts receipts, ReceiptQuery query) {

    public static TestReceipts on(SigningKit signing, Clock clock) {
        var stored = new StoredReceipts(signing.jdbc());
        var disclosures = new Disclosures(signing.jdbc(), signing.box());
        return new TestReceipts(
                new ReceiptService(stored, disclosures, new LogQueue(signing.jdbc()), signing.ring(), clock),
                new ReceiptReader(stored, disclosures, signing.ring()));
    }
}
