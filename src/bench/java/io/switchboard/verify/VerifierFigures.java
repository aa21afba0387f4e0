package io.switchboard.verify;

import io.switchboard.bench.Report;
import io.switchboard.bench.Rounds;
import io.switchboard.verify.json.JsonReader;
import io.switchboard.verify.tlog.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Checking a receipt whole (its file's digest, envelope, form, signature, and the proof that it is in the log) against verifying its signature alone, by the same
 * Ed25519. It lives here to reach the verifier's own checks.
 */
public final class VerifierFigures {

    private static final int RECEIPTS = 1_000;
    private static final int ROUNDS = 25;
    private static final int WARM_UP = 20;
    private static final double AT_MOST = 1.3;

    private final TestBundle bundle = TestBundle.logged(0, 0);
    private final List<Logged> logged = new ArrayList<>();
    private final KeySet keys;
    private final SignedCheckpoint state;
    private final ReceiptCheck receipts;
    private final TreeHasher hasher = new TreeHasher();

    private VerifierFigures() throws Exception {
        keys = KeySet.of(
                Envelope.read(bundle.file("data/keys.json"), Envelope.JWK_SET).payloadMembers());
        var envelopes = new ArrayList<byte[]>();
        bundle.log().entries.clear();
        for (int i = 0; i < RECEIPTS; i++) {
            byte[] payload = TestBundle.canonical(
                    TestReceipt.payload(TestBundle.LOG, "2026-03-05T12:00:00." + (1000 + i) + "Z"));
            envelopes.add(TestBundle.envelope(bundle.key, bundle.key.kid(), TestBundle.IN_TOTO, payload));
            bundle.log().entries.add(TestKey.sha256(envelopes.getLast()));
        }
        byte[] note = bundle.log().note(RECEIPTS);
        state = SignedCheckpoint.of(note, TestBundle.LOG, keys);
        receipts = new ReceiptCheck(Optional.of(keys), Optional.empty());
        for (int i = 0; i < RECEIPTS; i++) {
            logged.add(Logged.of(
                    envelopes.get(i),
                    TestLog.proof("index " + i + "\n", bundle.log().path(i, 0, RECEIPTS), note)));
        }
    }

    /** A receipt's file, its proof's, and what its signature is over. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Logged(String id, byte[] envelope, byte[] proof, byte[] signed, byte[] signature) {

        static Logged of(byte[] envelope, byte[] proof) throws Exception {
            Members members = Members.of("envelope", JsonReader.read(envelope));
            byte[] payload = Base64.getDecoder().decode(members.text("payload"));
            Members signature =
                    Members.of("signature", members.array("signatures").getFirst());
            return new Logged(
                    TestBundle.id(payload),
                    envelope,
                    proof,
                    pae(payload),
                    Base64.getDecoder().decode(signature.text("sig")));
        }

        private static byte[] pae(byte[] payload) {
            String type = TestBundle.IN_TOTO;
            String head = "DSSEv1 " + type.length() + " " + type + " " + payload.length + " ";
            return (head + new String(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
    }

    public static void measure(Report report) throws Exception {
        new VerifierFigures().rounds(report);
    }

    private void rounds(Report report) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            checkWhole();
            checkSignatures();
        }
        var whole = new Rounds();
        var signature = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            whole.cpu(this::checkWhole);
            signature.cpu(this::checkSignatures);
        }
        report.add(
                "verifier.receipt",
                whole.median() * 1e6 / RECEIPTS,
                "us",
                signature.median() / whole.median(),
                "signature-alone",
                1 / AT_MOST);
    }

    private void checkWhole() throws Refused {
        for (int i = 0; i < RECEIPTS; i++) {
            Logged receipt = logged.get(i);
            LoadedFile file = LoadedFile.of(receipt.envelope());
            if (InclusionCheck.index(receipt.proof(), file.sha256(), state, hasher) != i) {
                throw new IllegalStateException("receipt " + i + " is proven at another index");
            }
            receipts.check(receipt.id(), file.bytes(), Inclusion.at(Optional.empty()));
        }
    }

    private void checkSignatures() throws Refused {
        Ed25519Key key = keys.find(bundle.key.kid(), "receipt").key().orElseThrow();
        for (Logged receipt : logged) {
            if (!key.verifies(receipt.signed(), receipt.signature())) {
                throw new IllegalStateException("the signature of " + receipt.id() + " does not verify");
            }
        }
    }
}
