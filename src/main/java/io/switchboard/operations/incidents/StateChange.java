package io.switchboard.operations.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A moment of an incident's timeline: when (RFC 3339, UTC), where it stood from then on, in which words of the system that it came from, and what is said about it. Text as others wrote
 * it: shown, never trusted.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"at", "status", "said", "by", "note"})
public record StateChange(
        @Nullable String at,
        String status,
        @Nullable String said,
        @Nullable String by,
        @Nullable String note) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One text for equal timelines. */
    static String text(List<StateChange> timeline) {
        return JSON.writeValueAsString(timeline);
    }

    static List<StateChange> read(String text) {
        return List.of(JSON.readValue(text, StateChange[].class));
    }
}
