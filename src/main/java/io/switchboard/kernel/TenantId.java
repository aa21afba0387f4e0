package io.switchboard.kernel;

/** A tenant's permanent id, {@code ten_…}. It leads every key of every table that a tenant owns. */
public record TenantId(String value) {

    private static final String PREFIX = "ten";

    public TenantId {
        OpaqueId.require(value, PREFIX);
    }

    public static TenantId random() {
        return new TenantId(OpaqueId.random(PREFIX));
    }

    public static boolean isValid(String value) {
        return OpaqueId.isValid(value, PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
