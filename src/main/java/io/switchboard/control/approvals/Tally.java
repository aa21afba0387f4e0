package io.switchboard.control.approvals;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One count of what is asked: a code for the receipt ({@code rolesLost}), words for the approver ("members who lose a role"), and the number. */
@JsonPropertyOrder({"code", "words", "number"})
public record Tally(String code, String words, long number) {

    private static final JsonMapper JSON = new JsonMapper();

    static String text(List<Tally> tallies) {
        return JSON.writeValueAsString(tallies);
    }

    static List<Tally> read(String text) {
        return List.of(JSON.readValue(text, Tally[].class));
    }
}
