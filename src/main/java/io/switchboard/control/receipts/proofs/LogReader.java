package io.switchboard.control.receipts.proofs;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.TileId;
import io.switchboard.control.receipts.log.TiledTree;
import io.switchboard.control.receipts.storage.LogStore;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Reads a tenant's log from its published files. A store that does not answer is {@link StoreAway}. */
@Service
public class LogReader {

    private final PublishedLogs logs;
    private final LogStore store;

    public LogReader(PublishedLogs logs, LogStore store) {
        this.logs = logs;
        this.store = store;
    }

    public Optional<PublishedLog> log(TenantId tenant) {
        return logs.of(tenant);
    }

    /** The log under its newest published checkpoint; empty before the first one. */
    public Optional<LogSnapshot> snapshot(TenantId tenant) {
        return logs.of(tenant).flatMap(log -> read(log, "checkpoint").map(note -> snapshot(log, note)));
    }

    private LogSnapshot snapshot(PublishedLog log, byte[] file) {
        var note = new String(file, StandardCharsets.UTF_8);
        var checkpoint = Checkpoint.ofNote(note)
                .orElseThrow(() -> new IllegalStateException("The published checkpoint of " + log.log()
                        + " is no checkpoint: the store was changed. Run the log's check."));
        return new LogSnapshot(note, checkpoint, new TiledTree(checkpoint.size(), remembering(log)));
    }

    public void publish(TenantId tenant, boolean toEverybody) {
        logs.publish(tenant, toEverybody);
    }

    /** Where the receipt is in the log, once it has an index. */
    public OptionalLong index(TenantId tenant, ReceiptId receipt) {
        return logs.index(tenant, receipt);
    }

    /** The receipt's {@code tlog-proof} under the newest published checkpoint; empty while it is under none. */
    public Optional<String> proof(TenantId tenant, ReceiptId receipt) {
        var index = index(tenant, receipt);
        return snapshot(tenant)
                .filter(log -> index.isPresent() && index.getAsLong() < log.size())
                .map(log -> log.proof(index.getAsLong()));
    }

    /** Whether the tenant has such a receipt, with an index or waiting for one. */
    public boolean knows(TenantId tenant, ReceiptId receipt) {
        return logs.index(tenant, receipt).isPresent() || logs.isWaiting(tenant, receipt);
    }

    /** One proof reads a few tiles, a bundle's proofs read the same ones again and again. */
    private Function<TileId, byte[]> remembering(PublishedLog log) {
        var known = new HashMap<TileId, byte[]>();
        return tile -> known.computeIfAbsent(tile, wanted -> tile(log, wanted));
    }

    private byte[] tile(PublishedLog log, TileId tile) {
        return read(log, tile.path())
                .filter(bytes -> bytes.length == tile.width() * Hash.SIZE)
                .orElseThrow(() -> new IllegalStateException("The store has no whole " + tile.path() + " of "
                        + log.log() + ": files of the log are missing. Run the log's check."));
    }

    Optional<byte[]> read(PublishedLog log, String path) {
        try {
            return store.read(log.log().value() + "/" + path);
        } catch (IOException e) {
            throw new StoreAway(e);
        }
    }

    /** The files of the logs cannot be read just now. */
    public static final class StoreAway extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        StoreAway(IOException e) {
            super("The store of the logs is away; ask again in a moment", e);
        }
    }
}
