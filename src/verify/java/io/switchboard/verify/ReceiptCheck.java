package io.switchboard.verify;

import java.util.Optional;

/**
 * One receipt: signed by a receipt key of the authenticated set, named by its payload, of the bundle's log and period, and by a key of that log that
 * was valid when it occurred. That time is the one the receipt claims, within the bounds that its place in the log proves.
 */
record ReceiptCheck(Optional<KeySet> keys, Optional<BundleStatement> statement) {

    CheckedReceipt check(String id, byte[] file, Inclusion inclusion) throws Refused {
        if (keys.isEmpty()) {
            throw new Refused("not checked, since there are no keys to check it with");
        }
        Envelope envelope = Envelope.read(file, Envelope.IN_TOTO);
        SigningKey key = keys.get().requireReceiptKey(envelope);
        Receipt receipt = Receipt.of(envelope.payloadMembers());
        key.requireFor(receipt.log(), receipt.occurredAt());
        inclusion.require(key, receipt.occurredAt());
        requireName(id, envelope);
        requireOfBundle(receipt);
        return new CheckedReceipt(receipt, key);
    }

    /** A receipt whose every check holds, and the key that signed it. */
    record CheckedReceipt(Receipt receipt, SigningKey key) {}

    private static void requireName(String id, Envelope envelope) throws Refused {
        String derived = Digests.receiptId(envelope.payload());
        if (!derived.equals(id)) {
            throw new Refused("the file is named for another receipt; its payload is " + derived);
        }
    }

    private void requireOfBundle(Receipt receipt) throws Refused {
        if (statement.isPresent()) {
            if (!statement.get().log().equals(receipt.log())) {
                throw new Refused("it belongs to " + receipt.log() + ", the bundle to "
                        + statement.get().log());
            }
            statement.get().requireInPeriod(receipt.occurredAt());
        }
    }
}
