package io.switchboard.operations.webhooks;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Endpoints as rows, their secrets encrypted. */
@Repository
class EndpointRows {

    private final JdbcClient jdbc;
    private final SecretBox secrets;

    EndpointRows(JdbcClient jdbc, SecretBox secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<Endpoint> all(TenantId tenant) {
        return jdbc.sql("SELECT name, address, created_at FROM webhook_endpoint WHERE tenant_id = ? ORDER BY name")
                .param(tenant.value())
                .query((row, _) -> new Endpoint(
                        new EndpointName(row.getString("name")),
                        row.getString("address"),
                        Utc.instant(row.getObject("created_at", LocalDateTime.class))))
                .list();
    }

    Optional<Endpoint> find(TenantId tenant, EndpointName name) {
        return all(tenant).stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst();
    }

    /** False where there is one of this name. */
    boolean add(TenantId tenant, Endpoint endpoint, SigningSecret secret) {
        try {
            jdbc.sql(
                            "INSERT INTO webhook_endpoint (tenant_id, name, address, secret, created_at) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            tenant.value(),
                            endpoint.name().value(),
                            endpoint.address(),
                            secrets.seal(
                                    context(tenant, endpoint.name()),
                                    secret.text().getBytes(StandardCharsets.UTF_8)),
                            Utc.column(endpoint.createdAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    boolean remove(TenantId tenant, EndpointName name) {
        return jdbc.sql("DELETE FROM webhook_endpoint WHERE tenant_id = ? AND name = ?")
                        .params(tenant.value(), name.value())
                        .update()
                == 1;
    }

    SigningSecret secret(TenantId tenant, EndpointName name) {
        var sealed = jdbc.sql("SELECT secret FROM webhook_endpoint WHERE tenant_id = ? AND name = ?")
                .params(tenant.value(), name.value())
                .query((row, _) -> row.getBytes(1))
                .single();
        return new SigningSecret(new String(secrets.open(context(tenant, name), sealed), StandardCharsets.UTF_8));
    }

    private static String context(TenantId tenant, EndpointName name) {
        return "webhook/" + tenant + "/" + name;
    }
}
