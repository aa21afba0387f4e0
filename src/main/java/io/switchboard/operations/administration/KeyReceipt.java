package io.switchboard.operations.administration;

import io.switchboard.control.enforcement.Effect;
import io.switchboard.control.receipts.Subject;
import io.switchboard.platform.signing.KeyChange;
import io.switchboard.platform.signing.KeyWindow;
import io.switchboard.platform.signing.ListedKey;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a key operation's receipt says: keys by their public ids, windows, and the version of the key set that publishes them. */
final class KeyReceipt {

    private KeyReceipt() {}

    static Effect<ListedKey> of(KeyChange.Done done) {
        var key = done.key();
        var subjects = Stream.concat(Stream.of(key), done.ending().stream())
                .distinct()
                .map(changed -> Subject.atVersion("Key", changed.id(), done.keySet()))
                .toArray(Subject[]::new);
        return Effect.of(key, subjects).withFacts(facts(done, key));
    }

    private static Map<String, Object> facts(KeyChange.Done done, ListedKey key) {
        var facts = new HashMap<String, Object>(window("key", key.window()));
        facts.put("use", key.use().wire());
        facts.put("key", key.id());
        facts.put("generation", (long) key.generation());
        facts.put("origin", key.origin().wire());
        facts.put("keySet", done.keySet());
        done.ending().stream()
                .filter(ending -> !ending.equals(key))
                .findFirst()
                .ifPresent(before -> facts.putAll(before(before)));
        return facts;
    }

    private static Map<String, Object> before(ListedKey before) {
        var facts = new HashMap<String, Object>(window("before", before.window()));
        facts.put("before", before.id());
        return facts;
    }

    static Effect<Rehearsed> of(Rehearsed rehearsed, String currentKey) {
        return Effect.of(rehearsed, Subject.atVersion("Key", currentKey, 0))
                .withFacts(Map.of(
                        "receipts", (long) rehearsed.receipts(),
                        "keys", (long) rehearsed.keys(),
                        "checks", (long) rehearsed.checks().size(),
                        "beforeUntil", rehearsed.current().until().orElseThrow().toString()));
    }

    private static Map<String, Object> window(String of, KeyWindow window) {
        var facts = new HashMap<String, Object>();
        facts.put(of + "From", window.from().toString());
        window.until().ifPresent(end -> facts.put(of + "Until", end.toString()));
        return facts;
    }
}
