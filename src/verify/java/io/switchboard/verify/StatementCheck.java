package io.switchboard.verify;

import java.io.IOException;
import java.util.Optional;

/** The bundle's own statement: signed by a receipt key of its log, and about exactly the files that are there. */
final class StatementCheck {

    private static final String FILE = BagLayout.STATEMENT;

    private final Findings findings;

    StatementCheck(Findings findings) {
        this.findings = findings;
    }

    Optional<BundleStatement> check(Contents contents, Optional<KeySet> keys) throws IOException {
        Optional<byte[]> bytes = contents.bytes(FILE);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (keys.isEmpty()) {
            findings.add(Check.BUNDLE, FILE, "not checked, since there are no keys to check it with");
            return Optional.empty();
        }
        try {
            BundleStatement statement = authenticated(bytes.get(), keys.get());
            requireSameFiles(statement, contents);
            requireCounts(statement, contents);
            return Optional.of(statement);
        } catch (Refused e) {
            findings.add(Check.BUNDLE, FILE, e.what());
            return Optional.empty();
        }
    }

    private static BundleStatement authenticated(byte[] bytes, KeySet keys) throws Refused {
        Envelope envelope = Envelope.read(bytes, Envelope.IN_TOTO);
        SigningKey key = keys.requireReceiptKey(envelope);
        BundleStatement statement = BundleStatement.of(envelope.payloadMembers());
        key.requireFor(statement.log(), statement.createdAt());
        return statement;
    }

    private void requireSameFiles(BundleStatement statement, Contents contents) {
        contents.paths().stream()
                .filter(p -> p.startsWith("data/") && !p.equals(FILE))
                .filter(p -> !statement.digests().containsKey(p))
                .forEach(p -> findings.add(Check.SUBJECTS, p, "not among the subjects of the signed statement"));
        statement.digests().keySet().stream()
                .filter(p -> p.equals(FILE) || !contents.has(p))
                .sorted()
                .forEach(p -> findings.add(Check.SUBJECTS, p, "a subject of the signed statement, but not there"));
    }

    private void requireCounts(BundleStatement statement, Contents contents) {
        long receipts = contents.pathsOf(Place.RECEIPT).size();
        if (statement.receiptCount() != receipts) {
            findings.add(
                    Check.BUNDLE, FILE, "it states " + statement.receiptCount() + " receipts, there are " + receipts);
        }
        boolean checkpoint = !contents.pathsOf(Place.CHECKPOINT).isEmpty();
        if (statement.treeSize() < 0 || statement.treeSize() > 0 && !checkpoint) {
            findings.add(Check.BUNDLE, FILE, "it states tree size " + statement.treeSize() + ", without a checkpoint");
        }
    }
}
