package io.switchboard.platform.signing;

import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Rotations of a receipt key that are tried and not done. */
@Service
public class Rehearsals {

    private final TenantKeys keys;
    private final KeySets sets;
    private final TrustRoot root;
    private final SecretBox box;
    private final Clock clock;

    public Rehearsals(JdbcClient jdbc, SecretBox box, TrustRoot root, Clock clock) {
        this.keys = new TenantKeys(jdbc);
        this.sets = new KeySets(jdbc, root, clock);
        this.root = root;
        this.box = box;
        this.clock = clock;
    }

    /** Reads keys and writes none; the successor is gone with the answer. */
    public KeyRehearsal rotation(TenantId tenant, Overlap overlap) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var before = new TenantKeyList(keys.of(tenant));
        TenantKey current =
                keys.current(tenant, KeyUse.RECEIPT, clock.instant()).orElseThrow();
        TenantKey successor = new NewKeys(box).make(before.next(KeyUse.RECEIPT, now), "");
        List<TenantKey> after = new ArrayList<>(before.keys());
        List<TenantKey> cut = before.cutAfter(KeyUse.RECEIPT, now, overlap);
        after.replaceAll(key -> new TenantKeyList(cut).find(key.keyId()).orElse(key));
        after.add(successor);
        return new KeyRehearsal(
                current.log(),
                PublishedKeys.of(sets.draft(after), root),
                new TenantKeyList(after).find(current.keyId()).orElseThrow().window(),
                successor.window(),
                (type, payload) -> sign(current, type, payload),
                (type, payload) -> sign(successor, type, payload));
    }

    private DsseEnvelope sign(TenantKey key, String type, byte[] payload) {
        byte[] message = DsseEnvelope.preAuthentication(type, payload);
        byte[] signature = Ed25519.sign(box.open(key.context(), key.sealedPrivate()), message);
        return new DsseEnvelope(type, payload, key.keyId(), signature);
    }
}
