package io.switchboard.kernel;

import java.util.Arrays;

/** A receipt's id, {@code rcp_…}: base32 of the first 20 bytes of SHA-256 over the receipt's payload. */
public record ReceiptId(String value) {

    private static final String PREFIX = "rcp";

    public ReceiptId {
        OpaqueId.require(value, PREFIX);
    }

    /** The id that follows from the payload's bytes: the same payload always has the same id. */
    public static ReceiptId of(byte[] payload) {
        return new ReceiptId(
                PREFIX + "_" + Base32.encode(Arrays.copyOf(Sha256.of(payload).bytes(), 20)));
    }

    public static boolean isValid(String value) {
        return OpaqueId.isValid(value, PREFIX);
    }

    /** Short enough for a badge, long enough to recognise. */
    public String abbreviated() {
        return value.substring(0, 10) + "…";
    }

    @Override
    public String toString() {
        return value;
    }
}
