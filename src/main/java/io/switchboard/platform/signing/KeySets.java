package io.switchboard.platform.signing;

import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Utc;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published key sets: a chain in which each names the digest of the one before, signed by the root. */
final class KeySets {

    private static final String TYPE = "application/jwk-set+json";

    private final JdbcClient jdbc;
    private final TrustRoot root;
    private final Clock clock;

    KeySets(JdbcClient jdbc, TrustRoot root, Clock clock) {
        this.jdbc = jdbc;
        this.root = root;
        this.clock = clock;
    }

    Optional<byte[]> newest() {
        return jdbc.sql("SELECT envelope FROM key_set ORDER BY version DESC LIMIT 1")
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Answers the version. Only in a transaction that holds {@link #lock}. */
    long publish(List<TenantKey> keys) {
        Optional<Head> head = head(" FOR UPDATE");
        long version = next(head);
        byte[] payload = payload(head, keys);
        jdbc.sql("INSERT INTO key_set (version, envelope, payload_sha256, previous, issued_at) VALUES (?, ?, ?, ?, ?)")
                .param(version)
                .param(root.sign(TYPE, payload).bytes())
                .param(Sha256.of(payload).hex())
                .param(head.map(Head::digest).orElse(null))
                .param(Utc.column(clock.instant()))
                .update();
        return version;
    }

    /** What {@link #publish} would publish now, stored nowhere. */
    DsseEnvelope draft(List<TenantKey> keys) {
        return root.sign(TYPE, payload(head(""), keys));
    }

    private static long next(Optional<Head> head) {
        return head.map(Head::version).orElse(0L) + 1;
    }

    /** Key sets form one chain, so they are made one after the other: the row of the root is what everybody waits for. */
    void lock() {
        root.fingerprint();
        jdbc.sql("SELECT kid FROM trust_root FOR UPDATE").query(String.class).single();
    }

    /** Only in a transaction that holds {@link #lock}. */
    boolean isEmpty() {
        return head(" FOR UPDATE").isEmpty();
    }

    private Optional<Head> head(String lock) {
        return jdbc.sql("SELECT version, payload_sha256 FROM key_set ORDER BY version DESC LIMIT 1" + lock)
                .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                .optional();
    }

    private byte[] payload(Optional<Head> head, List<TenantKey> keys) {
        Map<String, @Nullable Object> payload = new HashMap<>();
        payload.put("issuedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        payload.put("version", next(head));
        payload.put("previous", head.map(Head::digest).orElse(null));
        payload.put("keys", keys.stream().map(Jwk::of).toList());
        return CanonicalJson.of(payload);
    }

    private record Head(long version, String digest) {}
}
