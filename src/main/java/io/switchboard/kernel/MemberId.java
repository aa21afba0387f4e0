package io.switchboard.kernel;

/** A person's membership in one tenant, {@code mem_…}: the opaque actor id that receipts name. */
public record MemberId(String value) {

    private static final String PREFIX = "mem";

    public MemberId {
        OpaqueId.require(value, PREFIX);
    }

    public static MemberId random() {
        return new MemberId(OpaqueId.random(PREFIX));
    }

    public static boolean isValid(String value) {
        return OpaqueId.isValid(value, PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
