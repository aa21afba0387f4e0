package io.switchboard.insight.assurance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A claim of the posture pack with everything that lets a stranger check it. It holds, or it is not proven; {@code lastHeld} says when it last did. */
record PackClaim(
        String id,
        String title,
        boolean holds,
        String finding,
        List<Artifact> artifacts,
        String command,
        Optional<Instant> lastHeld,
        Duration shelfLife,
        List<PastCheck> history) {

    /** What an earlier check came to. */
    record PastCheck(Instant at, boolean holds, String finding) {

        Map<String, Object> json() {
            return Map.of("at", at.toString(), "verdict", word(holds), "finding", finding);
        }
    }

    PackClaim {
        artifacts = List.copyOf(artifacts);
        history = List.copyOf(history);
    }

    String verdict() {
        return word(holds);
    }

    static String word(boolean holds) {
        return (holds ? Verdict.HOLDS : Verdict.NOT_PROVEN).word();
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("id", id);
        json.put("title", title);
        json.put("verdict", verdict());
        json.put("finding", finding);
        json.put("artifacts", artifacts.stream().map(Artifact::json).toList());
        json.put("command", command);
        json.put("lastHeld", lastHeld.map(Instant::toString).orElse(null));
        json.put("shelfLifeDays", shelfLife.toDays());
        json.put("history", history.stream().map(PastCheck::json).toList());
        return json;
    }
}
