package io.switchboard.control.receipts.fsck;

import io.switchboard.control.receipts.log.Hash;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.DsseEnvelope;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An entry of the log with the receipt that it is of, where that is still there. {@code columns} are the receipt's, by the payload's member they repeat. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LoggedRow(
        long index, String receipt, byte[] entry, Optional<DsseEnvelope> envelope, Map<String, String> columns) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    void check(long expected) throws Difference {
        if (index != expected) {
            throw new Difference("Entry " + expected + " is missing: the next row of the log is entry " + index + ".");
        }
        var signed = envelope.orElseThrow(
                () -> new Difference("Entry " + index + " is of receipt " + receipt + ", whose row is gone."));
        if (!ReceiptId.of(signed.payload()).value().equals(receipt)
                || !Arrays.equals(Sha256.of(signed.bytes()).bytes(), entry)) {
            throw new Difference("Entry " + index + " is not of the receipt " + receipt
                    + " as it stands in its row: the row or the entry was edited.");
        }
        checkColumns(JSON.readTree(signed.payload()).path("predicate"));
    }

    /** Lists and filters read the columns, so they must say what was signed. */
    private void checkColumns(JsonNode predicate) throws Difference {
        for (var column : columns.entrySet()) {
            var signed = predicate.at("/" + column.getKey()).asString("");
            if (!signed.equals(column.getValue())) {
                throw new Difference("The row of receipt " + receipt + " says " + column.getKey() + " "
                        + column.getValue() + ", its signed payload says " + signed + ": the row was edited.");
            }
        }
    }

    Hash leaf() {
        return Hash.leaf(entry);
    }
}
