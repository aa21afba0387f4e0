package io.switchboard.control.receipts;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's own reading of signed receipts for tests of other modules. */
public final class TestAudit {

    private TestAudit() {}

    public static ReceiptAudit on(JdbcClient jdbc) {
        return new ReceiptAuditor(new StoredReceipts(jdbc));
    }
}
