package io.switchboard.insight.trustcentre;

import io.switchboard.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settings and terms as rows. */
@Repository
class CentreRows {

    private static final String SETTINGS = """
            SELECT s.is_open, s.welcome, s.listed, s.terms_version, s.version, t.text
            FROM trustcentre_settings s JOIN trustcentre_terms t ON t.tenant_id = s.tenant_id AND t.version = s.terms_version
            WHERE s.tenant_id = ?""";

    private final JdbcClient jdbc;

    CentreRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CentreSettings of(TenantId tenant) {
        return settings(SETTINGS, tenant);
    }

    /** Whoever else wants them so waits until this transaction has ended. */
    CentreSettings locked(TenantId tenant) {
        return settings(SETTINGS + " FOR UPDATE", tenant);
    }

    private CentreSettings settings(String sql, TenantId tenant) {
        return jdbc.sql(sql)
                .param(tenant.value())
                .query((row, _) -> read(row))
                .optional()
                .orElse(CentreSettings.NONE);
    }

    Optional<Terms> terms(TenantId tenant, int version) {
        return jdbc.sql("SELECT text FROM trustcentre_terms WHERE tenant_id = ? AND version = ?")
                .params(tenant.value(), version)
                .query((row, _) -> new Terms(version, row.getString(1)))
                .optional();
    }

    void add(TenantId tenant, Terms terms) {
        jdbc.sql("INSERT INTO trustcentre_terms (tenant_id, version, text) VALUES (?, ?, ?)")
                .params(tenant.value(), terms.version(), terms.text())
                .update();
    }

    /** False where somebody was quicker. */
    boolean put(TenantId tenant, CentreSettings after) {
        return after.version() == 1 ? added(tenant, after) : changed(tenant, after);
    }

    private boolean added(TenantId tenant, CentreSettings after) {
        return jdbc.sql("""
                        INSERT IGNORE INTO trustcentre_settings (is_open, welcome, listed, terms_version, version, tenant_id)
                        VALUES (?, ?, ?, ?, 1, ?)""")
                        .params(
                                after.open(),
                                after.welcome(),
                                wire(after),
                                after.terms().version(),
                                tenant.value())
                        .update()
                == 1;
    }

    private boolean changed(TenantId tenant, CentreSettings after) {
        return jdbc.sql("""
                        UPDATE trustcentre_settings SET is_open = ?, welcome = ?, listed = ?, terms_version = ?, version = version + 1
                        WHERE tenant_id = ? AND version = ?""")
                        .params(
                                after.open(),
                                after.welcome(),
                                wire(after),
                                after.terms().version(),
                                tenant.value(),
                                after.version() - 1)
                        .update()
                == 1;
    }

    private static String wire(CentreSettings settings) {
        return settings.inOrder().stream().map(TrustDocument::wire).collect(Collectors.joining(","));
    }

    private static CentreSettings read(ResultSet row) throws SQLException {
        return new CentreSettings(
                row.getBoolean("is_open"),
                row.getString("welcome"),
                documents(row.getString("listed")),
                new Terms(row.getInt("terms_version"), row.getString("text")),
                row.getInt("version"));
    }

    private static Set<TrustDocument> documents(String wire) {
        return Arrays.stream(wire.split(",", -1))
                .flatMap(each -> TrustDocument.parse(each).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
