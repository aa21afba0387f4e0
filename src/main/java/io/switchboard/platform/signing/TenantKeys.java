package io.switchboard.platform.signing;

import static io.switchboard.kernel.Utc.column;
import static io.switchboard.kernel.Utc.instant;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code signing_key}. */
final class TenantKeys {

    private static final String SELECT = """
            SELECT tenant_id, key_id, log_id, key_use, algorithm, public_key, sealed_private, certificate, not_before, not_after,
                generation, origin
            FROM signing_key
            """;

    private final JdbcClient jdbc;

    TenantKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantKey key) {
        jdbc.sql("""
                        INSERT INTO signing_key (tenant_id, key_id, log_id, key_use, algorithm, public_key, sealed_private,
                            certificate, not_before, not_after, generation, origin)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(key.tenant().value())
                .param(key.keyId())
                .param(key.log().value())
                .param(key.use().wire())
                .param(key.algorithm())
                .param(key.publicKey())
                .param(key.sealedPrivate())
                .param(key.certificates().orElse(null))
                .param(column(key.window().from()))
                .param(key.window().until().map(Utc::column).orElse(null))
                .param(key.generation())
                .param(key.origin().wire())
                .update();
    }

    /** Shortens the key's window as it is stored. */
    void end(TenantKey key) {
        jdbc.sql("UPDATE signing_key SET not_after = ? WHERE tenant_id = ? AND key_id = ?")
                .params(column(key.window().until().orElseThrow()), key.tenant().value(), key.keyId())
                .update();
    }

    /** The newest of the tenant's keys for that use that is valid at that time. */
    Optional<TenantKey> current(TenantId tenant, KeyUse use, Instant at) {
        return newestValid(tenant, use, at, "");
    }

    /**
     * The same, to sign with. Locking, so that a transaction that began before a rotation signs with the key that follows, and a rotation waits
     * for the signatures that are being made.
     */
    Optional<TenantKey> signing(TenantId tenant, KeyUse use, Instant at) {
        return newestValid(tenant, use, at, " LOCK IN SHARE MODE");
    }

    private Optional<TenantKey> newestValid(TenantId tenant, KeyUse use, Instant at, String lock) {
        return jdbc.sql(SELECT + """
                         WHERE tenant_id = :tenant AND key_use = :use AND not_before <= :at AND (not_after IS NULL OR not_after > :at)
                         ORDER BY generation DESC LIMIT 1
                        """ + lock)
                .param("tenant", tenant.value())
                .param("use", use.wire())
                .param("at", column(at))
                .query(TenantKeys::read)
                .optional();
    }

    /** All keys of the tenant, by use, newest first. */
    List<TenantKey> of(TenantId tenant) {
        return of(tenant, "");
    }

    /** The same for who is about to change them: as committed a moment ago, and nobody signs meanwhile. */
    List<TenantKey> locked(TenantId tenant) {
        return of(tenant, " FOR UPDATE");
    }

    private List<TenantKey> of(TenantId tenant, String lock) {
        return jdbc.sql(SELECT + " WHERE tenant_id = ? ORDER BY key_use, generation DESC" + lock)
                .param(tenant.value())
                .query(TenantKeys::read)
                .list();
    }

    Optional<TenantKey> find(TenantId tenant, String keyId) {
        return jdbc.sql(SELECT + " WHERE tenant_id = ? AND key_id = ?")
                .params(tenant.value(), keyId)
                .query(TenantKeys::read)
                .optional();
    }

    /** Whether anybody has or had that key, for whatever use. Only while key sets are locked, so that nobody adds it meanwhile. */
    boolean isKnown(String keyId) {
        return jdbc.sql("SELECT COUNT(*) FROM signing_key WHERE key_id = ? LOCK IN SHARE MODE")
                        .param(keyId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Every tenant's keys: the published key set is the platform's. Locking, so that it includes what was committed a moment ago. */
    List<TenantKey> everyTenants() {
        return jdbc.sql(SELECT + " ORDER BY tenant_id, not_before, key_id LOCK IN SHARE MODE")
                .query(TenantKeys::read)
                .list();
    }

    private static TenantKey read(ResultSet row, int number) throws SQLException {
        return new TenantKey(
                new TenantId(row.getString("tenant_id")),
                row.getString("key_id"),
                new LogId(row.getString("log_id")),
                KeyUse.valueOf(row.getString("key_use").toUpperCase(Locale.ROOT)),
                row.getString("algorithm"),
                row.getBytes("public_key"),
                row.getBytes("sealed_private"),
                Optional.ofNullable(row.getBytes("certificate")),
                window(row),
                row.getInt("generation"),
                KeyOrigin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)));
    }

    private static KeyWindow window(ResultSet row) throws SQLException {
        return new KeyWindow(
                instant(row.getObject("not_before", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("not_after", LocalDateTime.class))
                        .map(Utc::instant));
    }
}
