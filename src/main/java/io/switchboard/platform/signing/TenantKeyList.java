package io.switchboard.platform.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tenant's keys, those of one use newest first: which signs, which follows, which end. */
record TenantKeyList(List<TenantKey> keys) {

    List<ListedKey> at(Instant now) {
        return keys.stream()
                .sorted(Comparator.comparing(TenantKey::use))
                .map(key -> listed(key, now))
                .toList();
    }

    private ListedKey listed(TenantKey key, Instant now) {
        return new ListedKey(key.keyId(), key.use(), key.generation(), key.window(), key.origin(), state(key, now));
    }

    private KeyState state(TenantKey key, Instant now) {
        if (!key.window().lastsBeyond(now)) {
            return KeyState.RETIRED;
        }
        return signs(key, now) ? KeyState.CURRENT : KeyState.OVERLAP;
    }

    Optional<TenantKey> find(String keyId) {
        return keys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
    }

    boolean signs(TenantKey key, Instant at) {
        return of(key.use())
                .filter(other -> other.window().includes(at))
                .findFirst()
                .filter(first -> first.keyId().equals(key.keyId()))
                .isPresent();
    }

    KeySlot next(KeyUse use, Instant from) {
        TenantKey any = keys.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a tenant gets its first keys when it is made"));
        int last = of(use).findFirst().map(TenantKey::generation).orElse(0);
        return new KeySlot(any.tenant(), any.log(), use, last + 1, from);
    }

    /** The keys of that use that would outlast the overlap, cut to it. A clock that has jumped back leaves no window that ends before it begins. */
    List<TenantKey> cutAfter(KeyUse use, Instant now, Overlap overlap) {
        return of(use).flatMap(key -> cut(key, later(now, key.window().from()).plus(overlap.value())).stream())
                .toList();
    }

    private static Optional<TenantKey> cut(TenantKey key, Instant end) {
        return key.window().lastsBeyond(end)
                ? Optional.of(key.within(key.window().endingAt(end)))
                : Optional.empty();
    }

    /** Now, or as long after its successor came as clocks may differ. In whole seconds, so the one that has begun is still within. */
    Instant earliestEnd(TenantKey key, Instant now) {
        return of(key.use())
                .filter(other -> other.generation() > key.generation())
                .map(successor -> successor.window().from().plus(Overlap.LEAST.value()))
                .reduce(TenantKeyList::earlier)
                .map(settled -> later(settled, now.plusSeconds(1)))
                .orElse(now.plusSeconds(1));
    }

    private Stream<TenantKey> of(KeyUse use) {
        return keys.stream().filter(key -> key.use() == use);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
