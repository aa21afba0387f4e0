package io.switchboard.platform.identity;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.identity.IdpConnection.Stage;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.tenancy.PlatformTenant;
import io.switchboard.platform.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a sign-in needs to know of a connection. A tenant without its own signs in through the platform's. */
@Repository
public class OidcConnections {

    private final JdbcClient jdbc;
    private final SecretBox secrets;
    private final PlatformTenant platformTenant;
    private final Clock clock;

    OidcConnections(JdbcClient jdbc, SecretBox secrets, PlatformTenant platformTenant, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.platformTenant = platformTenant;
        this.clock = clock;
    }

    /** The connection that a sign-in to this tenant uses: its own, else the platform's. */
    public Optional<OidcConnection> effective(Tenant tenant) {
        return own(tenant.id()).or(this::platform);
    }

    public Optional<OidcConnection> own(TenantId tenant) {
        return find(tenant, Stage.ACTIVE);
    }

    /** The one that is tried out and not yet in use. */
    Optional<OidcConnection> candidate(TenantId tenant) {
        return find(tenant, Stage.CANDIDATE);
    }

    /** The platform's own: the way in before a tenant has connected its provider, and the way back in afterwards. */
    Optional<OidcConnection> platform() {
        return platformTenant.find().map(Tenant::id).flatMap(this::own);
    }

    /** Puts this connection in the place of the one before, without a test: for the first start of a portal. */
    public void connect(TenantId tenant, OidcConnection connection) {
        put(tenant, Stage.ACTIVE, ConnectionId.random(), connection);
    }

    /** Keeps a connection to be tested, in the place of the candidate before. No sign-in goes through it. */
    public void propose(TenantId tenant, ConnectionId id, OidcConnection connection) {
        put(tenant, Stage.CANDIDATE, id, connection);
    }

    private void put(TenantId tenant, Stage stage, ConnectionId id, OidcConnection connection) {
        jdbc.sql("""
                        REPLACE INTO oidc_connection (tenant_id, stage, connection_id, issuer, client_id, client_secret, authorization_uri,
                            token_uri, jwks_uri, end_session_uri, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        IdpConnections.column(stage),
                        id.value(),
                        connection.issuer(),
                        connection.clientId(),
                        secrets.seal(context(tenant), connection.clientSecret().getBytes(StandardCharsets.UTF_8)),
                        connection.authorizationUri(),
                        connection.tokenUri(),
                        connection.jwksUri(),
                        connection.endSessionUri().orElse(""),
                        Utc.column(clock.instant()))
                .update();
    }

    private Optional<OidcConnection> find(TenantId tenant, Stage stage) {
        return jdbc.sql("SELECT * FROM oidc_connection WHERE tenant_id = ? AND stage = ?")
                .params(tenant.value(), IdpConnections.column(stage))
                .query((row, number) -> connection(tenant, row))
                .optional();
    }

    private OidcConnection connection(TenantId tenant, ResultSet row) throws SQLException {
        return new OidcConnection(
                row.getString("issuer"),
                row.getString("client_id"),
                new String(secrets.open(context(tenant), row.getBytes("client_secret")), StandardCharsets.UTF_8),
                row.getString("authorization_uri"),
                row.getString("token_uri"),
                row.getString("jwks_uri"),
                Optional.ofNullable(row.getString("end_session_uri")).filter(uri -> !uri.isEmpty()));
    }

    private static String context(TenantId tenant) {
        return "oidc-connection/" + tenant;
    }
}
