package io.switchboard.platform.idempotency;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Kept headers as text: a line each, name and value parted by the first colon. */
final class Headers {

    private Headers() {}

    static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> of(String text) {
        var headers = new LinkedHashMap<String, String>();
        text.lines().forEach(line -> {
            var parts = line.split(": ", 2);
            headers.put(parts[0], parts[1]);
        });
        return headers;
    }
}
