package io.switchboard.operations.incidents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an incident stands. Other systems' words for it are understood as they are listed here, whatever their case, spaces and punctuation. */
public enum IncidentStatus {
    NEW("new", "open opened reported triggered firing 1"),
    ACTIVE("active", "inprogress workinprogress acknowledged assigned investigating identified 2"),
    WAITING(
            "waiting",
            "onhold pending awaitinguserinfo awaitingproblem awaitingvendor awaitingevidence awaitingchange 3"),
    MITIGATED("mitigated", "monitoring workaround"),
    RESOLVED("resolved", "fixed done 6"),
    CLOSED("closed", "complete completed 7"),
    CANCELLED("cancelled", "canceled duplicate falsepositive 8");

    private final String wire;
    private final String synonyms;

    IncidentStatus(String wire, String synonyms) {
        this.wire = wire;
        this.synonyms = synonyms;
    }

    public String wire() {
        return wire;
    }

    /** By its own name or another system's word. */
    public static Optional<IncidentStatus> parse(String text) {
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.stream(values())
                .filter(status -> status.wire.equals(plain)
                        || Set.of(status.synonyms.split(" ")).contains(plain))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(IncidentStatus::wire).collect(Collectors.joining(", "));
    }
}
