package io.switchboard.control.receipts.sequencer;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.InclusionProof;
import io.switchboard.control.receipts.log.TiledTree;
import io.switchboard.control.receipts.storage.FolderStore;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.SigningKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Integration: from receipts that wait in the queue to a signed checkpoint over all of them with its tiles and entry bundles forced to disk. Against MariaDB's
 * limit for durable rows, which is bulk inserts of two hundred rows a transaction into a table of the same columns
 * without its index of receipt ids; and against a log without a tree, a hash
 * chain in SQLite (WAL, every commit forced) that signs each row. All rounds of a table go on from the one before. It lives here to reach the sequencer.
 */
public final class LogFigures {

    private static final int QUEUED = 200_000;
    private static final int BULK = 100_000;
    private static final int CHAINED = 10_000;
    private static final int PROVEN = 97;

    private final DataSource database = TestDatabase.migrated("signing", "receipts");
    private final SigningKit signing = SigningKit.on(database, Clock.systemUTC());
    private final Path folder;
    private final FolderStore store;
    private final Sequencer sequencer;
    private final Rounds product = new Rounds();
    private final Rounds bulk = new Rounds();
    private final Rounds chain = new Rounds();

    private LogFigures(Path home) throws IOException {
        folder = Files.createDirectories(home.toAbsolutePath()).resolve("log-" + System.nanoTime());
        store = new FolderStore(folder);
        sequencer = SequencerKit.on(signing, store, Clock.systemUTC());
    }

    public static void measure(Report report, Path home) throws Exception {
        var figures = new LogFigures(home);
        figures.rounds();
        figures.tell(report);
    }

    private void rounds() throws Exception {
        try (var rows = new BulkRows(database);
                var chained = new SignedChain(folder.resolveSibling(folder.getFileName() + ".chain"))) {
            integrate(new Rounds());
            rows.insert(TenantId.random(), BULK);
            chained.append(CHAINED);
            for (int round = 0; round < Rounds.COUNT; round++) {
                integrate(product);
                bulk.time(() -> rows.insert(TenantId.random(), BULK));
                chain.time(() -> chained.append(CHAINED));
            }
        }
    }

    private void integrate(Rounds rounds) throws Exception {
        var tenant = TenantId.random();
        var log = LogId.random();
        signing.ring().establish(tenant, log, "Globex");
        QueuedReceipts.add(database, tenant, QUEUED);
        rounds.time(() -> sequencer.advance(tenant));
        requireProven(tenant, log);
    }

    /** That every {@value #PROVEN}th entry is proven from the published files under the published checkpoint. */
    private void requireProven(TenantId tenant, LogId log) {
        var checkpoint = Checkpoint.ofNote(new String(file(log, "checkpoint"), StandardCharsets.UTF_8))
                .orElseThrow();
        if (checkpoint.size() != QUEUED) {
            throw new IllegalStateException("the checkpoint is over " + checkpoint.size() + " entries");
        }
        var tree = new TiledTree(checkpoint.size(), tile -> file(log, tile.path()));
        var entries = new LogEntries(signing.jdbc());
        for (long index = 0; index < QUEUED; index += PROVEN) {
            var leaf = Hash.leaf(entries.range(tenant, index, index + 1).getFirst());
            var refuted = InclusionProof.of(index, QUEUED, tree).refutes(leaf, checkpoint.root());
            if (refuted.isPresent()) {
                throw new IllegalStateException("entry " + index + ": " + refuted.get());
            }
        }
    }

    private byte[] file(LogId log, String path) {
        try {
            return store.read(log.value() + "/" + path).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Report report) {
        double rate = QUEUED / product.median();
        report.add("log.integration", rate, "entries/s", rate * bulk.median() / BULK, "mariadb-bulk-insert", 0.4);
        report.add(
                "log.integration-vs-sqlite",
                rate,
                "entries/s",
                rate * chain.median() / CHAINED,
                "sqlite-signed-chain",
                7);
    }
}
