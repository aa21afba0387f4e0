package io.switchboard.kernel;

/** The random and permanent name of a tenant's log, {@code log_…}; never the tenant's slug. */
public record LogId(String value) {

    private static final String PREFIX = "log";

    public LogId {
        OpaqueId.require(value, PREFIX);
    }

    public static LogId random() {
        return new LogId(OpaqueId.random(PREFIX));
    }

    public static boolean isValid(String value) {
        return OpaqueId.isValid(value, PREFIX);
    }

    @Override
    public String toString() {
        return value;
    }
}
