package io.switchboard.control.receipts;

import io.switchboard.kernel.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One receipt, opened. {@code index} is its place in the log once it has one; {@code envelope} is the exact bytes that were issued; {@code payload} the same, decoded; {@code disclosures} the values that
 * can still be read; {@code withheld} how many commitments have none any more, {@code purged} under which purge they went; {@code signatureValid} whether a key that was valid
 * when it occurred signed exactly these bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceiptDetail(
        ReceiptRow row,
        OptionalLong index,
        Map<String, Object> payload,
        byte[] envelope,
        String keyId,
        boolean signatureValid,
        List<Disclosure> disclosures,
        int withheld,
        Optional<Purged> purged,
        List<ReceiptRow> children) {

    /** A value that the payload commits to, and the commitment ({@code encoded} is the SD-JWT disclosure, RFC 9901 section 4.2.1). */
    public record Disclosure(String name, String value, String encoded) {}

    /** SHA-256 of the envelope's canonical JSON: the entry of the log. */
    public Sha256 envelopeDigest() {
        return Sha256.of(envelope);
    }
}
