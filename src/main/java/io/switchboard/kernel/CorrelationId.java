package io.switchboard.kernel;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** The W3C trace id that runs through request, log line, decision, receipt and background job: 32 hex digits, not all zero. */
public record CorrelationId(String value) {

    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    public CorrelationId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a W3C trace id (32 lower-case hex digits, not all zero)");
        }
    }

    public static CorrelationId random() {
        return new CorrelationId(HexFormat.of().formatHex(OpaqueId.bytes(16)));
    }

    public static boolean isValid(String value) {
        return TRACE_ID.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
