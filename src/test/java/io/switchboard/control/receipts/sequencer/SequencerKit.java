package io.switchboard.control.receipts.sequencer;

import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.InclusionProof;
import io.switchboard.control.receipts.log.TiledTree;
import io.switchboard.control.receipts.storage.LogStore;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.MasterKey;
import io.switchboard.platform.signing.SigningKit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant's log on a database, put together by hand as each node of a portal would. */
public final class SequencerKit {

    private static final MasterKey MASTER = SigningKit.randomMasterKey();

    final TenantId tenant = TenantId.random();
    final LogId log = LogId.random();
    final MemoryStore store = new MemoryStore();
    final JdbcClient jdbc;
    private final DataSource database;
    private int added;

    public SequencerKit(DataSource database, Clock clock) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        SigningKit.on(database, clock, MASTER).ring().establish(tenant, log, "Globex");
    }

    SigningKit signing(Clock clock) {
        return SigningKit.on(database, clock, MASTER);
    }

    public Sequencer node(Clock clock) {
        return node(database, store, clock);
    }

    Sequencer node(DataSource connection, LogStore files, Clock clock) {
        return on(SigningKit.on(connection, clock, MASTER), files, clock);
    }

    public static Sequencer on(SigningKit signing, LogStore files, Clock clock) {
        var heads = new LogHeads(signing.jdbc());
        var checkpoints = new Checkpoints(signing.jdbc());
        var entries = new LogEntries(signing.jdbc());
        var publishing = new Publishing(
                heads,
                entries,
                checkpoints,
                new Tiles(files, entries),
                new PublishedCheckpoint(files, checkpoints, heads),
                signing.ring(),
                clock,
                signing.transactions());
        return new Sequencer(
                new LogQueue(signing.jdbc()),
                heads,
                publishing,
                signing.ring(),
                new LogSettings("log.example.org"),
                clock,
                signing.transactions());
    }

    /** Receipts whose envelopes are their numbers. */
    public void commit(int receipts) {
        for (int i = 0; i < receipts; i++) {
            commit(Instant.parse("2026-03-01T00:00:00Z").plusMillis(added));
        }
    }

    /** One whose transaction took so long that others have overtaken it. */
    void commitLate() {
        commit(Instant.parse("2026-02-01T00:00:00Z"));
    }

    private void commit(Instant at) {
        var content = "receipt " + added++;
        var id = ReceiptId.of(content.getBytes(StandardCharsets.UTF_8));
        new LogQueue(jdbc).add(tenant, id, at, Sha256.of(content));
    }

    Checkpoint published() {
        return Checkpoint.ofNote(text("checkpoint")).orElseThrow();
    }

    String text(String path) {
        return new String(file(path), StandardCharsets.UTF_8);
    }

    private byte[] file(String path) {
        return Objects.requireNonNull(store.files.get(log.value() + "/" + path), path);
    }

    TiledTree tree() {
        return new TiledTree(published().size(), tile -> file(tile.path()));
    }

    public TenantId tenant() {
        return tenant;
    }

    public LogStore files() {
        return store;
    }

    /** The published note. */
    public String checkpoint() {
        return text("checkpoint");
    }

    /** Indices of receipts that the published tree does not prove. */
    List<Long> unproven() {
        var checkpoint = published();
        var tree = tree();
        var unproven = new ArrayList<Long>();
        for (long index = 0; index < checkpoint.size(); index++) {
            var leaf = Hash.leaf(Sha256.of("receipt " + index).bytes());
            if (InclusionProof.of(index, checkpoint.size(), tree)
                    .refutes(leaf, checkpoint.root())
                    .isPresent()) {
                unproven.add(index);
            }
        }
        return unproven;
    }

    LogHead head() {
        return new LogHeads(jdbc).find(tenant).orElseThrow();
    }
}
