package io.switchboard.kernel;

/** A purge and its manifest, {@code pur_…}. */
public record PurgeId(String value) {

    private static final String PREFIX = "pur";

    public PurgeId {
        OpaqueId.require(value, PREFIX);
    }

    public static PurgeId random() {
        return new PurgeId(OpaqueId.random(PREFIX));
    }

    public static boolean isValid(String value) {
        return OpaqueId.isValid(value, PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
