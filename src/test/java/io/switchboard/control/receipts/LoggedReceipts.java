package io.switchboard.control.receipts;

import io.switchboard.control.receipts.sequencer.MemoryStore;
import io.switchboard.control.receipts.sequencer.Sequencer;
import io.switchboard.control.receipts.storage.LogStore;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;

/** A tenant with real receipts in a real log, and hands that can reach into both. */
public final class LoggedReceipts {

    private final ReceiptsKit kit;
    private final TenantId tenant = TenantId.random();
    private final LogId log = LogId.random();

    public LoggedReceipts(DataSource database, Clock clock) {
        kit = new ReceiptsKit(database, clock);
        kit.signing.ring().establish(tenant, log, "Globex");
    }

    public TenantId tenant() {
        return tenant;
    }

    public LogId log() {
        return log;
    }

    public LogStore store() {
        return kit.store;
    }

    public void append(int receipts) {
        for (int i = 0; i < receipts; i++) {
            kit.receipts.append(ReceiptsKit.draft(tenant, "imports.commit", Outcome.ALLOWED));
        }
    }

    public void integrate() throws IOException {
        Sequencer sequencer = kit.sequencer;
        sequencer.advance(tenant);
    }

    /** The receipt with that index. */
    public String id(long index) {
        return kit.signing
                .jdbc()
                .sql("SELECT receipt_id FROM log_entry WHERE tenant_id = ? AND log_index = ?")
                .params(tenant.value(), index)
                .query(String.class)
                .single();
    }

    public void corrupt(String path, int offset) {
        file(path)[offset] ^= 1;
    }

    public void lose(String path) {
        Objects.requireNonNull(files().files.remove(log + "/" + path));
    }

    public void showOlder(long size) throws IOException {
        var note = kit.signing
                .jdbc()
                .sql("SELECT note FROM log_checkpoint WHERE tenant_id = ? AND tree_size = ?")
                .params(tenant.value(), size)
                .query(String.class)
                .single();
        files().write(log + "/checkpoint", note.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] file(String path) {
        return Objects.requireNonNull(files().files.get(log + "/" + path), path);
    }

    private MemoryStore files() {
        return kit.store;
    }
}
