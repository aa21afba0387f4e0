package io.switchboard.platform.identity;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** OAuth 2.0 clients that call the API: (issuer, client id) names exactly one tenant. */
@Repository
public class ServiceClients {

    private final JdbcClient jdbc;

    ServiceClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Caller> find(String issuer, String clientId) {
        return jdbc.sql("SELECT tenant_id, registration, roles FROM service_client WHERE issuer = ? AND client_id = ?")
                .params(issuer, clientId)
                .query((row, number) -> new Caller(
                        new TenantId(row.getString("tenant_id")),
                        Actor.service(row.getString("registration")),
                        Members.roles(row.getString("roles"))))
                .optional();
    }

    /** A tenant's client by its registration, as it is now. */
    public Optional<Caller> registered(TenantId tenant, String registration) {
        return jdbc.sql("SELECT roles FROM service_client WHERE tenant_id = ? AND registration = ?")
                .params(tenant.value(), registration)
                .query((row, number) ->
                        new Caller(tenant, Actor.service(registration), Members.roles(row.getString("roles"))))
                .optional();
    }

    /** Where an issuer that any client is registered at publishes its keys. */
    public Optional<String> jwksUri(String issuer) {
        return jdbc.sql("SELECT jwks_uri FROM service_client WHERE issuer = ? LIMIT 1")
                .param(issuer)
                .query(String.class)
                .optional();
    }

    public void register(Caller caller, String issuer, String clientId, String jwksUri) {
        jdbc.sql(
                        "INSERT INTO service_client (tenant_id, registration, issuer, client_id, roles, jwks_uri) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        caller.tenant().value(),
                        caller.actor().id(),
                        issuer,
                        clientId,
                        Members.text(caller.roles()),
                        jwksUri)
                .update();
    }
}
