package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.verify.tlog.EntryBundle;
import io.switchboard.verify.tlog.ProofFile;
import io.switchboard.verify.tlog.Refuted;
import io.switchboard.verify.tlog.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/**
 * Right notes, proofs, entries, tokens and envelopes, damaged by a generator with a fixed seed: each is refused with a reason and never with an exception,
 * or still says exactly the same. {@code -Plong} does it a hundred thousand times.
 */
class MalformedEvidenceTest {

    private static final int CASES = Integer.getInteger("switchboard.cases", 2_000);
    private static final int SIZE = 21;
    private static final int INDEX = 13;
    private static final int OLDER = 10;

    private final TestBundle bundle = TestBundle.logged(1, 0);
    private final TestLog log = bundle.log();
    private final KeySet keys;
    private final byte[] note;
    private final SignedCheckpoint state;
    private final TreeHasher hasher = new TreeHasher();
    private int refusals;

    MalformedEvidenceTest() throws Refused {
        for (int i = 0; i < SIZE; i++) {
            log.add("entry " + i);
        }
        keys = KeySet.of(
                Envelope.read(bundle.file("data/keys.json"), Envelope.JWK_SET).payloadMembers());
        note = log.note(SIZE);
        state = SignedCheckpoint.of(note, TestBundle.LOG, keys);
    }

    /** Reads and judges {@code bytes}, and says in one value what they mean. */
    @FunctionalInterface
    private interface Judge {
        Object of(byte[] bytes) throws Refused, Refuted;
    }

    private void tryAll(byte[] right, int cases, Judge judge) throws Refused, Refuted {
        Object meaning = judge.of(right);
        var damage = new TestDamage(new Random(right.length));
        for (int i = 0; i < cases; i++) {
            byte[] wrong = damage.to(right);
            try {
                assertThat(judge.of(wrong))
                        .as(() -> "case of " + new String(wrong, StandardCharsets.ISO_8859_1))
                        .isEqualTo(meaning);
            } catch (Refused e) {
                assertThat(e.what()).isNotBlank();
                refusals++;
            } catch (Refuted e) {
                assertThat(e.what()).isNotBlank();
                refusals++;
            }
        }
        assertThat(refusals).isGreaterThan(cases / 2);
    }

    @Test
    void refusesDamagedNotes() throws Refused, Refuted {
        tryAll(note, CASES, bytes -> {
            var read = SignedCheckpoint.of(bytes, TestBundle.LOG, keys).checkpoint();
            return read.origin() + read.size() + Arrays.toString(read.root());
        });
    }

    @Test
    void refusesDamagedInclusionProofs() throws Refused, Refuted {
        byte[] entry = log.entries.get(INDEX);
        byte[] proof = TestLog.proof("index " + INDEX + "\n", log.path(INDEX, 0, SIZE), note);
        tryAll(proof, CASES, bytes -> InclusionCheck.index(bytes, entry, state, hasher));
    }

    @Test
    void refusesDamagedConsistencyProofs() throws Refused, Refuted {
        byte[] proof = TestBundle.utf8(TestLog.lines(log.consistency(OLDER, SIZE)));
        tryAll(proof, CASES, bytes -> {
            var read = ProofFile.consistency(bytes, OLDER, SIZE);
            read.require(log.root(0, OLDER), log.root(0, SIZE), hasher);
            return read.path().stream().map(Arrays::toString).toList();
        });
    }

    @Test
    void refusesDamagedReceiptEnvelopes() throws Refused, Refuted {
        var receipts = new ReceiptCheck(Optional.of(keys), Optional.empty());
        String id = bundle.ids().getFirst();
        tryAll(
                bundle.file("data/receipts/" + id + ".dsse.json"),
                CASES,
                bytes -> receipts.check(id, bytes, Inclusion.NOT_PROVEN).receipt());
    }

    @Test
    void refusesDamagedTimeTokens() throws Refused, Refuted {
        byte[] token = new TestAuthority(KeyPurposeId.id_kp_timeStamping).stamp(note, "2026-03-20T00:00:00Z");
        tryAll(token, CASES, bytes -> TimeToken.of(bytes, note, List.of()).time());
    }

    /** Nothing in a bundle of entries vouches for them; that the tree does not fit is seen later. */
    @Test
    void readsOrRefusesDamagedEntries() {
        byte[] right = new byte[SIZE * EntryBundle.ENTRY_BYTES];
        for (int i = 0; i < SIZE; i++) {
            right[i * EntryBundle.ENTRY_BYTES + 1] = TreeHasher.SIZE;
        }
        var damage = new TestDamage(new Random(34));
        for (int i = 0; i < CASES; i++) {
            try {
                assertThat(EntryBundle.read(damage.to(right), SIZE, 0)).hasSize(SIZE);
            } catch (Refuted e) {
                assertThat(e.what()).contains("entry");
            }
        }
    }
}
