package io.switchboard.control.receipts;

import io.switchboard.control.receipts.anchoring.Anchoring;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.control.receipts.sequencer.Integration;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.signing.CanonicalJson;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.KeyUse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Writes evidence bundles in the form of docs/formats/evidence-bundle.md. Memory grows with the number of files, not with their size; content is
 * gathered in a temporary file first, so that a bundle that cannot be made leaves nothing on the stream.
 */
@Service
public class EvidenceBundles {

    private static final int PAGE = 500;
    private static final int MOST_FILES = 250_000 - 3; // with the statement and BagIt's own two
    private static final long MOST_BYTES = 3_500_000_000L; // below 4 GiB, with room for the headers and the manifest

    private final StoredReceipts receipts;
    private final Disclosures disclosures;
    private final Integration integration;
    private final LogReader logs;
    private final Anchoring anchoring;
    private final KeyRing keys;
    private final ObjectProvider<EvidenceSource> sources;

    EvidenceBundles(
            StoredReceipts receipts,
            Disclosures disclosures,
            Integration integration,
            LogReader logs,
            Anchoring anchoring,
            KeyRing keys,
            ObjectProvider<EvidenceSource> sources) {
        this.receipts = receipts;
        this.disclosures = disclosures;
        this.integration = integration;
        this.logs = logs;
        this.anchoring = anchoring;
        this.keys = keys;
        this.sources = sources;
    }

    /**
     * Brings what is committed by now into the log and has it attested, as far as store and authority answer within some seconds; not in a transaction.
     */
    public void prepare(TenantId tenant) {
        integration.await(tenant);
        anchoring.attempt(tenant);
    }

    /** Writes the whole zip to {@code out} and leaves that open. */
    public BundleOutcome write(TenantId tenant, LogId log, BundleRequest request, OutputStream out) throws IOException {
        try {
            return write(tenant, log, request, tree(tenant), out);
        } catch (LogReader.StoreAway e) {
            return new BundleOutcome.LogAway(
                    "The store of the log does not answer, so nothing can be proven just now. Try again in a moment.");
        }
    }

    private BundleLog tree(TenantId tenant) {
        return new BundleLog(logs.snapshot(tenant), anchoring.state(tenant).newest());
    }

    private BundleOutcome write(TenantId tenant, LogId log, BundleRequest request, BundleLog tree, OutputStream out)
            throws IOException {
        if (!request.scope().since().map(tree::extend).orElse(true)) {
            return new BundleOutcome.NoSuchTree("The log has " + tree.size()
                    + " entries, so nothing can be shown since "
                    + request.scope().since().orElseThrow() + ": give a tree size from 1 to " + tree.size() + ".");
        }
        try (var spool = new Spool()) {
            spool.add("data/VERIFY.md", BundlePapers.instructions());
            spool.add("data/certificates.pem", BundlePapers.pem(keys.documentCertificates(tenant)));
            spool.add("data/keys.json", keys.keySetEnvelope());
            if (request.scope().documents()) {
                addDocuments(spool, tenant);
            }
            tree.addTo(spool, request.scope().since());
            int count = addReceipts(spool, tenant, request, tree);
            if (count < 0) {
                return new BundleOutcome.TooLarge("The period has more receipts than one bundle holds (" + MOST_FILES
                        + " files, " + MOST_BYTES + " bytes): ask for shorter periods, one bundle each.");
            }
            byte[] statement = BundleStatement.of(spool.items(), log, request, count, tree.size());
            spool.add(
                    "data/bundle.dsse.json",
                    keys.sign(tenant, KeyUse.RECEIPT, ReceiptStatement.PAYLOAD_TYPE, statement)
                            .bytes());
            SealedZipWriter.write(spool, out);
            return new BundleOutcome.Written(count, spool.items().size(), spool.bytes(), tree.size());
        }
    }

    private void addDocuments(Spool spool, TenantId tenant) throws IOException {
        for (EvidenceSource source : sources.orderedStream().toList()) {
            for (EvidenceDocument document : source.documents(tenant)) {
                spool.add("data/documents/" + document.name() + ".pdf", document.pdf());
                spool.add("data/documents/" + document.name() + ".json", document.json());
            }
            for (EvidenceStatement statement : source.statements(tenant)) {
                spool.add("data/documents/" + statement.name() + ".dsse.json", statement.envelope());
            }
        }
    }

    /** Answers how many, or -1 where a limit is reached. */
    private int addReceipts(Spool spool, TenantId tenant, BundleRequest request, BundleLog tree) throws IOException {
        int count = 0;
        String last = "";
        List<StoredReceipt> page;
        do {
            page = receipts.pageById(tenant, request.receipts(), last, PAGE);
            addPage(spool, tenant, page, tree, request.scope().values());
            if (spool.items().size() > MOST_FILES || spool.bytes() > MOST_BYTES) {
                return -1;
            }
            count += page.size();
            last = page.isEmpty() ? last : page.getLast().receipt().id().value();
        } while (page.size() == PAGE);
        return count;
    }

    private void addPage(Spool spool, TenantId tenant, List<StoredReceipt> page, BundleLog tree, SharedValues shared)
            throws IOException {
        List<ReceiptId> ids = page.stream().map(stored -> stored.receipt().id()).toList();
        Map<String, List<Disclosed>> open = disclosures.open(tenant, ids);
        for (StoredReceipt stored : page) {
            String id = stored.receipt().id().value();
            spool.add("data/receipts/" + id + ".dsse.json", stored.envelope().bytes());
            tree.addProof(spool, stored);
            List<Disclosed> values = open.getOrDefault(id, List.of()).stream()
                    .filter(shared::shares)
                    .toList();
            if (!values.isEmpty()) {
                spool.add(
                        "data/disclosures/" + id + ".json",
                        CanonicalJson.of(values.stream().map(Disclosed::encoded).toList()));
            }
        }
    }
}
