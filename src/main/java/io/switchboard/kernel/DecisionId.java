package io.switchboard.kernel;

/** A recorded policy decision, {@code dec_…}. */
public record DecisionId(String value) {

    private static final String PREFIX = "dec";

    public DecisionId {
        OpaqueId.require(value, PREFIX);
    }

    public static DecisionId random() {
        return new DecisionId(OpaqueId.random(PREFIX));
    }

    public static boolean isValid(String value) {
        return OpaqueId.isValid(value, PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
