package io.switchboard.control.enforcement;

import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDraft;
import io.switchboard.control.receipts.Receipts;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Unsigned receipts as bare rows, so that they commit and roll back like real ones; keeps the drafts it was given. */
final class RowReceipts implements Receipts {

    final List<ReceiptDraft> drafts = new ArrayList<>();
    private final JdbcClient jdbc;

    RowReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE row_receipt (id VARCHAR(44) PRIMARY KEY, outcome VARCHAR(10) NOT NULL) ENGINE=InnoDB")
                .update();
    }

    List<String> outcomes() {
        return jdbc.sql("SELECT outcome FROM row_receipt")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Override
    public Receipt append(ReceiptDraft draft) {
        drafts.add(draft);
        var id = ReceiptId.of(draft.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jdbc.sql("INSERT INTO row_receipt VALUES (?, ?)")
                .params(id.value(), draft.outcome().wire())
                .update();
        return new Receipt(
                draft.tenant(),
                id,
                draft.actor(),
                draft.action(),
                draft.outcome(),
                draft.decision().map(ReceiptDraft.DecisionRef::id),
                draft.correlation(),
                draft.parent(),
                Instant.EPOCH);
    }

    @Override
    public Optional<Receipt> find(TenantId tenant, ReceiptId id) {
        return Optional.empty();
    }
}
