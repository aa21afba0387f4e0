package io.switchboard.verify;

import io.switchboard.verify.zip.MalformedZip;
import io.switchboard.verify.zip.SealedZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Verifies one bundle. The order is the chain of trust: the zip's form and limits; the layout and the manifest (damage); the key set by the pinned
 * root; the bundle's statement by a key of that set; each file by the statement; the log's checkpoint by a log key; each receipt by its own key and by
 * its place in the log; disclosures by their receipt.
 */
final class BundleVerifier {

    private final Request request;
    private final Findings findings = new Findings();
    private final Tally tally = new Tally();
    private LogEvidence log = LogEvidence.NONE;
    private Optional<Long> extended = Optional.empty();
    private Optional<CopyCheck.Shown> copy = Optional.empty();

    private BundleVerifier(Request request) {
        this.request = request;
    }

    /** The whole answer; only a path that cannot be read is an exception. */
    static Report verify(Request request) throws IOException {
        return new BundleVerifier(request).run();
    }

    private Report run() throws IOException {
        Optional<TrustRoot> root = RootFile.read(request.trustRoot(), findings);
        Optional<BundleStatement> statement = Optional.empty();
        try (SealedZip zip = SealedZip.open(request.bundle())) {
            Contents contents = new Contents(zip, findings);
            statement = check(contents, root);
        } catch (MalformedZip e) {
            findings.add(Check.ZIP, request.bundle().getFileName().toString(), String.valueOf(e.getMessage()));
        }
        log.require(request.require(), tally, findings);
        return new Report(root, statement, log, extended, copy, tally, findings, request);
    }

    private Optional<BundleStatement> check(Contents contents, Optional<TrustRoot> root) throws IOException {
        BagLayout.check(contents, findings);
        Optional<Manifest> manifest = manifest(contents);
        Optional<KeySet> keys = contents.bytes(BagLayout.KEYS)
                .flatMap(bytes -> new KeySetCheck(BagLayout.KEYS, findings).check(bytes, root));
        Optional<BundleStatement> statement = new StatementCheck(findings).check(contents, keys);
        var files = new FileCheck(contents, manifest, statement, findings, tally);
        log = new LogCheck(contents, files, keys, statement, findings).check();
        var anchors = new AnchorCheck(contents, files, log, tsaRoots(), findings);
        log = log.with(anchors.check(keys, statement));
        if (request.checkpoint().isPresent()) {
            extended = new ExtensionCheck(findings).check(request.checkpoint().get(), log, keys, statement);
        }
        var inclusion = new InclusionCheck(contents, files, log, findings);
        var copied = request.copy().isPresent()
                ? Optional.of(CopyCheck.of(request.copy().get(), findings))
                : Optional.<CopyCheck>empty();
        var receipts = new ReceiptCheck(keys, statement);
        new ContentCheck(contents, files, receipts, inclusion, copied, findings, tally).checkAll();
        copy = copied.flatMap(CopyCheck::finish);
        return statement;
    }

    private Optional<TsaRoots> tsaRoots() throws IOException {
        if (request.tsaRoots().isEmpty()) {
            return Optional.empty();
        }
        Path file = request.tsaRoots().get();
        try {
            if (Files.size(file) > Place.CERTIFICATES.limit()) {
                throw new Refused("larger than " + Place.CERTIFICATES.limit() + " bytes");
            }
            return Optional.of(TsaRoots.of(Files.readAllBytes(file)));
        } catch (Refused e) {
            findings.add(Check.TSA_ROOTS, file.getFileName().toString(), e.what());
            return Optional.empty();
        }
    }

    private Optional<Manifest> manifest(Contents contents) throws IOException {
        Optional<byte[]> bytes = contents.bytes(BagLayout.MANIFEST);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            Manifest manifest = Manifest.of(bytes.get());
            manifest.requireSameFiles(contents, findings);
            return Optional.of(manifest);
        } catch (Refused e) {
            findings.add(Check.MANIFEST, BagLayout.MANIFEST, e.what());
            return Optional.empty();
        }
    }
}
