package io.switchboard.operations.retention;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a purge's manifest says, as canonical JSON (docs/retention.md): of each kind how many went and each of them, what was left, and why. */
final class PurgeManifest {

    static final String PAYLOAD_TYPE = "application/vnd.switchboard.purge-manifest+json";

    private static final String TYPE = "https://switchboard.example/purge-manifest/v1";

    private PurgeManifest() {}

    static byte[] of(LogId log, Purge purge, Instant endedAt, Function<Purge.Kind, List<PurgedRecord>> records) {
        Map<String, @Nullable Object> manifest = new HashMap<>(Map.of(
                "type", TYPE,
                "purge", purge.id().value(),
                "log", log.value(),
                "asOf", purge.asOf().toString(),
                "startedAt", purge.startedAt().toString(),
                "endedAt", endedAt.toString(),
                "by", Map.of("type", purge.by().type().wire(), "id", purge.by().id()),
                "policyVersion", purge.policyVersion(),
                "outcome", purge.state().wire(),
                "kinds",
                        purge.kinds().stream()
                                .map(kind -> kind(kind, records.apply(kind)))
                                .toList()));
        manifest.put("purged", purge.purged());
        manifest.put("keysDestroyed", purge.keys());
        manifest.put("left", purge.left());
        manifest.put("receipt", purge.receipt().map(ReceiptId::value).orElse(null));
        return CanonicalJson.of(manifest);
    }

    private static Map<String, @Nullable Object> kind(Purge.Kind kind, List<PurgedRecord> records) {
        Map<String, @Nullable Object> json = new HashMap<>(Map.of(
                "kind", kind.kind(),
                "days", kind.days(),
                "before", kind.before().toString(),
                "due", kind.due(),
                "purged", kind.purged(),
                "keysDestroyed", kind.keys(),
                "left", kind.left().orElse(0L),
                "records", records.stream().map(PurgeManifest::record).toList()));
        json.put("oldest", kind.oldest().map(Instant::toString).orElse(null));
        json.put("newest", kind.newest().map(Instant::toString).orElse(null));
        json.put("problem", kind.problem().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> record(PurgedRecord record) {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("name", record.name());
        json.put("recordedAt", record.recordedAt().toString());
        json.put("sha256", record.digest().hex());
        json.put("key", record.key().map(Sha256::hex).orElse(null));
        return json;
    }
}
