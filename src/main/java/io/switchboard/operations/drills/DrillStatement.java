package io.switchboard.operations.drills;

import io.switchboard.platform.signing.CanonicalJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a drill found as signed JSON (RFC 8785): numbers, names of tables and digests, nothing of any tenant. */
final class DrillStatement {

    static final String PAYLOAD_TYPE = "application/vnd.switchboard.dr-drill+json";

    private static final String TYPE = "https://switchboard.example/dr-drill/v1";

    private DrillStatement() {}

    static byte[] of(Drill drill, String log, Optional<String> backup, List<TableSum> sums) {
        var figures = drill.figures();
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("type", TYPE);
        json.put("log", log);
        json.put("id", drill.id().value());
        json.put("startedAt", drill.startedAt().toString());
        json.put("endedAt", drill.endedAt().map(Object::toString).orElse(null));
        json.put("outcome", drill.state().word());
        json.put("failure", drill.failure().orElse(null));
        json.put("explanation", drill.explanation().orElse(null));
        json.put("backupSha256", backup.orElse(null));
        json.put("backupBytes", figures.bytes());
        json.put("backupMillis", millis(figures.backup()));
        json.put("rtoMillis", millis(figures.rto()));
        json.put("rpoMillis", millis(figures.rpo()));
        json.put("receiptsLost", figures.lost().orElse(null));
        json.put("logsChecked", (long) figures.logs());
        json.put("entriesChecked", figures.entries());
        json.put("tables", sums.stream().map(DrillStatement::table).toList());
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> table(TableSum sum) {
        return Map.of(
                "name", sum.table(), "rows", sum.rows(), "sha256", sum.digest().hex());
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }
}
