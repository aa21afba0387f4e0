package io.switchboard.control.receipts.sequencer;

import io.switchboard.kernel.LogId;

/** {@code host} is the public host in every log's origin; it never changes for a log that was opened under it. */
public record LogSettings(String host) {

    String origin(LogId log) {
        return host + "/log/" + log.value();
    }
}
