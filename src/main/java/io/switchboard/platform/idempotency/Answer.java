package io.switchboard.platform.idempotency;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request was answered with: status, the headers that belong to the body, and the body unless it was too large to keep. */
record Answer(int status, Map<String, String> headers, Optional<byte[]> body) {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    static final List<String> KEPT_HEADERS =
            List.of("Content-Type", "Content-Disposition", "Location", "ETag", "Switchboard-Receipt");
}
