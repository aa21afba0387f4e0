package io.switchboard.platform.outbound;

import java.time.Duration;
import java.util.Map;

/** A GET to an address that somebody typed in. {@code headers} may hold secrets, which no message ever repeats; {@code what} names the address in sentences. */
public record Download(String what, String address, Map<String, String> headers, long mostBytes, Duration patience) {

    public Download {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "download of " + what;
    }
}
