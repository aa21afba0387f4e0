package io.switchboard.verify;

import java.util.Optional;

/**
 * One receipt: signed by a receipt key of the authenticated set, named by its payload, of the bundle's log and period, and by a key of that log that
 * was valid when it occurred. Without a log that time is the one the receipt claims, which the level {@code signed} says.
 */
record ReceiptCheck(Optional<KeySet> keys, Optional<BundleStatement> statement) {

    Receipt check(String id, byte[] file) throws Refused {
        if (keys.isEmpty()) {
            throw new Refused("not checked, since there are no keys to check it with");
        }
        Envelope envelope = Envelope.read(file, Envelope.IN_TOTO);
        SigningKey key = keys.get().requireReceiptKey(envelope);
        Receipt receipt = Receipt.of(envelope.payloadMembers());
        key.requireFor(receipt.log(), receipt.occurredAt());
        requireName(id, envelope);
        requireOfBundle(receipt);
        return receipt;
    }

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
