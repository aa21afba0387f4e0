package io.switchboard.platform.signing;

import static io.switchboard.platform.signing.Timestamps.column;
import static io.switchboard.platform.signing.Timestamps.instant;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
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
            SELECT tenant_id, key_id, log_id, key_use, algorithm, public_key, sealed_private, certificate, not_before, not_after
            FROM signing_key
            """;

    private final JdbcClient jdbc;

    TenantKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TenantKey key) {
        jdbc.sql("""
                        INSERT INTO signing_key (tenant_id, key_id, log_id, key_use, algorithm, public_key, sealed_private,
                            certificate, not_before, not_after)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(key.tenant().value())
                .param(key.keyId())
                .param(key.log().value())
                .param(key.use().wire())
                .param(key.algorithm())
                .param(key.publicKey())
                .param(key.sealedPrivate())
                .param(key.certificate().orElse(null))
                .param(column(key.notBefore()))
                .param(key.notAfter().map(Timestamps::column).orElse(null))
                .update();
    }

    /** The newest of the tenant's keys for that use that is valid at that time. */
    Optional<TenantKey> current(TenantId tenant, KeyUse use, Instant at) {
        return jdbc
                .sql(SELECT + " WHERE tenant_id = ? AND key_use = ? ORDER BY not_before DESC, key_id")
                .params(tenant.value(), use.wire())
                .query(TenantKeys::read)
                .list()
                .stream()
                .filter(key -> key.validAt(at))
                .findFirst();
    }

    /** The one that was made last, valid or not. Locking, so that it includes what was committed a moment ago. */
    Optional<TenantKey> newest(TenantId tenant, KeyUse use) {
        return jdbc.sql(
                        SELECT
                                + " WHERE tenant_id = ? AND key_use = ? ORDER BY not_before DESC, key_id LIMIT 1 LOCK IN SHARE MODE")
                .params(tenant.value(), use.wire())
                .query(TenantKeys::read)
                .optional();
    }

    Optional<TenantKey> find(TenantId tenant, String keyId) {
        return jdbc.sql(SELECT + " WHERE tenant_id = ? AND key_id = ?")
                .params(tenant.value(), keyId)
                .query(TenantKeys::read)
                .optional();
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
                instant(row.getObject("not_before", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("not_after", LocalDateTime.class))
                        .map(Timestamps::instant));
    }
}
