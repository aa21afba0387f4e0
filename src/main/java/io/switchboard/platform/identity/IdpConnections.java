package io.switchboard.platform.identity;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.identity.IdpConnection.Login;
import io.switchboard.platform.identity.IdpConnection.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The life of a tenant's connections: proposed, tested, activated, used. Secrets stay out of here. */
@Repository
public class IdpConnections {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdpConnections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<IdpConnection> find(TenantId tenant, Stage stage) {
        return jdbc.sql("SELECT * FROM oidc_connection WHERE tenant_id = ? AND stage = ?")
                .params(tenant.value(), column(stage))
                .query(IdpConnections::connection)
                .optional();
    }

    /** Notes that this member came through the candidate; false where the candidate is another one by now. */
    public boolean tested(TenantId tenant, ConnectionId id, MemberId by) {
        return jdbc.sql("""
                        UPDATE oidc_connection SET tested_at = ?, tested_by = ?, test_problem = NULL
                        WHERE tenant_id = ? AND stage = 'candidate' AND connection_id = ?""")
                        .params(now(), by.value(), tenant.value(), id.value())
                        .update()
                == 1;
    }

    /** Notes why a test did not succeed. A test that succeeded before no longer counts. */
    public void testFailed(TenantId tenant, ConnectionId id, String problem) {
        jdbc.sql("""
                        UPDATE oidc_connection SET tested_at = NULL, tested_by = NULL, test_problem = ?
                        WHERE tenant_id = ? AND stage = 'candidate' AND connection_id = ?""")
                .params(problem.substring(0, Math.min(problem.length(), 500)), tenant.value(), id.value())
                .update();
    }

    /** Lets the tenant's sign-ins go through this candidate; false where it is not the tested candidate. In the caller's transaction. */
    public boolean activate(TenantId tenant, ConnectionId id) {
        var tested = find(tenant, Stage.CANDIDATE)
                .filter(candidate -> candidate.tested().isPresent())
                .flatMap(IdpConnection::id);
        if (!tested.equals(Optional.of(id))) {
            return false;
        }
        jdbc.sql("DELETE FROM oidc_connection WHERE tenant_id = ? AND stage = 'active'")
                .param(tenant.value())
                .update();
        return jdbc.sql("""
                        UPDATE oidc_connection SET stage = 'active', created_at = ?
                        WHERE tenant_id = ? AND stage = 'candidate' AND connection_id = ?""").params(now(), tenant.value(), id.value()).update() == 1;
    }

    /** Notes the first real sign-in through the tenant's own connection; later ones change nothing. */
    void signedIn(TenantId tenant, MemberId by) {
        jdbc.sql("""
                        UPDATE oidc_connection SET first_login_at = ?, first_login_by = ?
                        WHERE tenant_id = ? AND stage = 'active' AND first_login_at IS NULL""").params(now(), by.value(), tenant.value()).update();
    }

    static String column(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }

    private static IdpConnection connection(ResultSet row, int number) throws SQLException {
        return new IdpConnection(
                Optional.of(row.getString("connection_id"))
                        .filter(id -> !id.isEmpty())
                        .map(ConnectionId::new),
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getString("issuer"),
                row.getString("client_id"),
                Utc.instant(row.getObject("created_at", LocalDateTime.class)),
                login(row.getObject("tested_at", LocalDateTime.class), row.getString("tested_by")),
                Optional.ofNullable(row.getString("test_problem")),
                login(row.getObject("first_login_at", LocalDateTime.class), row.getString("first_login_by")));
    }

    private static Optional<Login> login(@Nullable LocalDateTime at, @Nullable String by) {
        return at == null || by == null ? Optional.empty() : Optional.of(new Login(Utc.instant(at), new MemberId(by)));
    }
}
