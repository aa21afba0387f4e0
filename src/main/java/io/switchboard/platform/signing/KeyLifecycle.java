package io.switchboard.platform.signing;

import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keys come and go: one follows another with an overlap, and one that no longer signs is retired. A window only ever ends later than now, so what
 * was signed within it stays valid. Each change publishes a key set in its own transaction, which is the caller's if there is one.
 */
@Service
public class KeyLifecycle {

    private final TrustRoot root;
    private final TenantKeys keys;
    private final KeySets sets;
    private final NewKeys newKeys;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public KeyLifecycle(
            JdbcClient jdbc, SecretBox box, TrustRoot root, Clock clock, PlatformTransactionManager transactions) {
        this.root = root;
        this.keys = new TenantKeys(jdbc);
        this.sets = new KeySets(jdbc, root, clock);
        this.newKeys = new NewKeys(box);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The tenant's keys by use, newest first; nothing of them is secret. */
    public List<ListedKey> keys(TenantId tenant) {
        return new TenantKeyList(keys.of(tenant)).at(clock.instant());
    }

    /**
     * Makes the next key of that use, which signs from now on. The one before stays valid for {@code overlap} and no longer;
     * {@code displayName} is what the certificate of a document key says.
     */
    public KeyChange.Done rotate(TenantId tenant, KeyUse use, Overlap overlap, String displayName) {
        return succeed(tenant, use, overlap, slot -> newKeys.make(slot, displayName));
    }

    /**
     * Puts a key that the tenant brings in the place of the one that signs receipts or documents; which of the two, its algorithm says. A log key
     * is never brought.
     */
    public KeyChange bring(TenantId tenant, KeyFile file, Overlap overlap) {
        try {
            BroughtKey key = KeyFiles.read(file, clock.instant());
            return transaction.execute(_ -> bring(tenant, key, overlap));
        } catch (UnusableKey problem) {
            return KeyRefusals.unusable(problem);
        }
    }

    private KeyChange bring(TenantId tenant, BroughtKey key, Overlap overlap) {
        sets.lock();
        return root.fingerprint().equals(key.id()) || keys.isKnown(key.id())
                ? KeyRefusals.inUse()
                : succeed(tenant, key.use(), overlap, slot -> newKeys.brought(slot, key));
    }

    private KeyChange.Done succeed(TenantId tenant, KeyUse use, Overlap overlap, Function<KeySlot, TenantKey> make) {
        return transaction.execute(_ -> {
            sets.lock();
            var all = new TenantKeyList(keys.locked(tenant));
            Instant now = now();
            TenantKey made = make.apply(all.next(use, now));
            keys.add(made);
            List<TenantKey> ending = all.cutAfter(use, now, overlap);
            return published(made, ending);
        });
    }

    /**
     * Ends the window of a key that no longer signs: now, or a minute after its successor came. What it has signed stays valid. A key that leaked is
     * ended this way, too, after a rotation: moving its end into the past would unsay what others hold.
     */
    public KeyChange retire(TenantId tenant, String keyId) {
        return transaction.execute(_ -> {
            sets.lock();
            var all = new TenantKeyList(keys.locked(tenant));
            Instant now = now();
            return all.find(keyId).map(key -> end(all, key, now)).orElseGet(KeyRefusals::noSuchKey);
        });
    }

    private KeyChange end(TenantKeyList all, TenantKey key, Instant now) {
        Instant end = all.earliestEnd(key, now);
        if (all.signs(key, now)) {
            return KeyRefusals.signs(key);
        }
        if (!key.window().lastsBeyond(end)) {
            return KeyRefusals.hasEnded(key);
        }
        TenantKey ended = key.within(key.window().endingAt(end));
        return published(ended, List.of(ended));
    }

    private KeyChange.Done published(TenantKey changed, List<TenantKey> ending) {
        ending.forEach(keys::end);
        long version = sets.publish(keys.everyTenants());
        var after = new TenantKeyList(keys.locked(changed.tenant())).at(clock.instant());
        return new KeyChange.Done(
                one(after, changed), ending.stream().map(key -> one(after, key)).toList(), version);
    }

    private static ListedKey one(List<ListedKey> listed, TenantKey key) {
        return listed.stream()
                .filter(one -> one.id().equals(key.keyId()))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
