package io.switchboard.operations.administration.web;

import io.switchboard.operations.administration.Rehearsed;
import io.switchboard.platform.signing.KeyWindow;
import io.switchboard.platform.signing.ListedKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link KeysController}. Times are RFC 3339 in UTC, {@code until} is null where a key has no end yet. */
final class KeyJson {

    private KeyJson() {}

    /** {@code use} is {@code receipt}, {@code log} or {@code document}; {@code overlap} an ISO 8601 duration, a day where it is absent. */
    record Rotation(@Nullable String use, @Nullable String overlap) {}

    record Rehearsal(@Nullable String overlap) {}

    record Retirement(@Nullable String key) {}

    record Keys(List<Key> items, @Nullable String next, int total) {

        static Keys of(List<ListedKey> keys) {
            return new Keys(keys.stream().map(Key::of).toList(), null, keys.size());
        }
    }

    record Key(
            String id,
            String use,
            int generation,
            String state,
            String origin,
            String from,
            @Nullable String until) {

        static Key of(ListedKey key) {
            return new Key(
                    key.id(),
                    key.use().wire(),
                    key.generation(),
                    key.state().wire(),
                    key.origin().wire(),
                    key.window().from().toString(),
                    end(key.window()));
        }
    }

    record Tried(
            int receipts,
            int keys,
            List<String> checks,
            @Nullable String until) {

        static Tried of(Rehearsed rehearsed) {
            return new Tried(rehearsed.receipts(), rehearsed.keys(), rehearsed.checks(), end(rehearsed.current()));
        }
    }

    private static @Nullable String end(KeyWindow window) {
        return window.until().map(Instant::toString).orElse(null);
    }
}
