package io.switchboard.control.enforcement;

import java.util.HashMap;
import java.util.Map;

/** What a {@code failed} receipt says about the failure: its code, never its message. */
final class Facts {

    private static final String FAILURE = "failure";

    private Facts() {}

    static Map<String, Object> of(ChangeFailure failure) {
        var facts = new HashMap<>(failure.facts());
        facts.put(FAILURE, failure.code());
        return facts;
    }

    static Map<String, Object> ofBug() {
        return Map.of(FAILURE, "internal-error");
    }
}
