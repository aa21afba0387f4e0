package io.switchboard.insight.evaluation;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * A go/no-go memo. What it says ({@code payload}, canonical JSON) is fixed when the tenant signs it, and the platform answers to exactly that: with a signature of its own over the same bytes, or with a reason
 * why not. {@code number} counts the tenant's memos from 1; a later one takes the place of one that has no answer yet.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Memo(
        int number,
        Verdict verdict,
        String words,
        byte[] payload,
        Signed signed,
        Optional<Answer> answer,
        boolean superseded) {

    /** What the signatures are over. */
    public static final String PAYLOAD_TYPE = "application/vnd.switchboard.evaluation-memo+json";

    /** One side's signature (Ed25519 over the DSSE form of the payload), by whom it was given, and the receipts of it: in the tenant's log, and in the platform's where the platform signed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Signed(
            Actor by,
            String name,
            Instant at,
            String keyId,
            byte[] signature,
            Optional<ReceiptId> receipt,
            Optional<ReceiptId> platformReceipt) {}

    /** What the platform answered. */
    public sealed interface Answer {

        record Countersigned(Signed signed) implements Answer {}

        /** {@code why} is told to the tenant. */
        record Declined(
                Actor by,
                String name,
                Instant at,
                String why,
                Optional<ReceiptId> receipt,
                Optional<ReceiptId> platformReceipt)
                implements Answer {}
    }

    /** How it stands. */
    public enum Standing {
        WAITING("waits for the platform"),
        SIGNED("signed by both sides"),
        DECLINED("declined by the platform"),
        SUPERSEDED("a later one took its place");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Standing standing() {
        if (answer.isPresent()) {
            return switch (answer.get()) {
                case Answer.Countersigned _ -> Standing.SIGNED;
                case Answer.Declined _ -> Standing.DECLINED;
            };
        }
        return superseded ? Standing.SUPERSEDED : Standing.WAITING;
    }

    public Sha256 digest() {
        return Sha256.of(payload);
    }

    /** As receipts and documents call it. */
    String name() {
        return "memo-" + number;
    }
}
