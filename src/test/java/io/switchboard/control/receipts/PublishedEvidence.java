package io.switchboard.control.receipts;

import io.switchboard.control.receipts.anchoring.TestAuthority;
import io.switchboard.control.receipts.log.Checkpoint;
import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.log.NoteSigner;
import io.switchboard.control.receipts.storage.FolderStore;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * What a portal hands out about one tenant, as files: an unpacked evidence bundle of a log with a full tile of each of two widths, the log's published
 * files, and what an outsider has from elsewhere.
 */
final class PublishedEvidence {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** Sizes of the log when its checkpoint was attested, and at last. */
    static final int OLDER = 300;

    static final int SIZE = 600;

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final TenantId tenant = TenantId.random();
    final LogId log = LogId.random();
    final Path folder;
    private final ReceiptsKit kit = new ReceiptsKit(TestDatabase.migrated("signing", "receipts"), CLOCK);

    PublishedEvidence(Path folder) throws IOException {
        this.folder = folder;
        kit.signing.ring().establish(tenant, log, "Globex");
        try (var authority = new TestAuthority(CLOCK)) {
            kit.authority = Optional.of(authority);
            grow(OLDER);
            kit.anchoring.attempt(tenant);
            grow(SIZE - OLDER);
            write("tsa.pem", authority.rootPem().getBytes(StandardCharsets.US_ASCII));
        }
        write("root.jwk", kit.signing.root().jwk());
        var since = new BundleRequest(BundleScope.EVERYTHING.since(OLDER), ReceiptFilter.ALL, NOW);
        unpack(kit.bundle(tenant, log, since));
        publish();
    }

    private void grow(int receipts) throws IOException {
        for (int i = 0; i < receipts; i++) {
            kit.receipts.append(ReceiptsKit.draft(tenant, "imports.commit", Outcome.ALLOWED));
        }
        kit.sequencer.advance(tenant);
    }

    private void unpack(byte[] bundle) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                write("bundle/" + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private void publish() throws IOException {
        var store = new FolderStore(folder);
        for (var file : kit.store.files.entrySet()) {
            store.write(file.getKey(), file.getValue());
        }
    }

    Path write(String path, byte[] content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.write(file, content);
    }

    Path bundle() {
        return folder.resolve("bundle");
    }

    /** A file of the bundle's payload. */
    Path data(String path) {
        return bundle().resolve("data").resolve(path);
    }

    /** The log's files, as C2SP {@code tlog-tiles} names them. */
    Path published() {
        return folder.resolve(log.value());
    }

    String origin() {
        return "log.example.org/log/" + log;
    }

    /** What only who has the log's key could do: a checkpoint of that size over another history. */
    Path fork(int size) throws IOException {
        var key = kit.signing.ring().logKey(tenant);
        var other = new Checkpoint(origin(), size, Hash.leaf(new byte[32]));
        var note = new NoteSigner(origin(), key.publicKey(), key.sign()).sign(other.body());
        return write("fork", note.getBytes(StandardCharsets.UTF_8));
    }
}
