package io.switchboard.operations.imports.schedules;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What of a source nobody is shown again: the address's query, and the token or the secret key. Empty text is none. */
record SourceSecrets(String query, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] bytes() {
        return JSON.writeValueAsString(Map.of("query", query, "token", token)).getBytes(StandardCharsets.UTF_8);
    }

    static SourceSecrets of(byte[] bytes) {
        var read = JSON.readValue(bytes, new TypeReference<Map<String, String>>() {});
        return new SourceSecrets(read.getOrDefault("query", ""), read.getOrDefault("token", ""));
    }

    /** The whole address, to be called and never to be shown. */
    String address(ScheduleSource source) {
        return query.isEmpty() ? source.address() : source.address() + "?" + query;
    }

    Optional<String> given() {
        return Optional.of(token).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "secrets of a source";
    }
}
