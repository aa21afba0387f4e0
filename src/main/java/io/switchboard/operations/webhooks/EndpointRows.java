package io.switchboard.operations.webhooks;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return jdbc.sql(
                        "SELECT name, address, created_at, rotated_at, former_until, public_key FROM webhook_endpoint WHERE tenant_id = ? ORDER BY name")
                .param(tenant.value())
                .query((row, _) -> new Endpoint(
                        new EndpointName(row.getString("name")),
                        row.getString("address"),
                        Utc.instant(row.getObject("created_at", LocalDateTime.class)),
                        instant(row, "rotated_at"),
                        instant(row, "former_until"),
                        Optional.ofNullable(row.getBytes("public_key")).map(SigningKey::written)))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }

    Optional<Endpoint> find(TenantId tenant, EndpointName name) {
        return all(tenant).stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst();
    }

    /** False where there is one of this name. */
    boolean add(TenantId tenant, Endpoint endpoint, SigningSecret secret, SigningKey.Pair pair) {
        try {
            jdbc.sql(
                            "INSERT INTO webhook_endpoint (tenant_id, name, address, secret, public_key, private_key, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            tenant.value(),
                            endpoint.name().value(),
                            endpoint.address(),
                            sealed(tenant, endpoint.name(), secret),
                            pair.publicKey(),
                            sealed(tenant, endpoint.name(), pair.key()),
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

    /** The present secret becomes the former one, and the one before that counts no more. */
    boolean rotate(
            TenantId tenant,
            EndpointName name,
            SigningSecret next,
            SigningKey.Pair pair,
            Instant now,
            Instant formerUntil) {
        return jdbc.sql(
                                "UPDATE webhook_endpoint SET former_secret = secret, former_private_key = private_key, former_until = ?,"
                                        + " secret = ?, public_key = ?, private_key = ?, rotated_at = ?"
                                        + " WHERE tenant_id = ? AND name = ?")
                        .params(
                                Utc.column(formerUntil),
                                sealed(tenant, name, next),
                                pair.publicKey(),
                                sealed(tenant, name, pair.key()),
                                Utc.column(now),
                                tenant.value(),
                                name.value())
                        .update()
                == 1;
    }

    private byte[] sealed(TenantId tenant, EndpointName name, SigningSecret secret) {
        return secrets.seal(context(tenant, name), secret.text().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sealed(TenantId tenant, EndpointName name, SigningKey key) {
        return secrets.seal(keyContext(tenant, name), key.encoded());
    }

    /** What signs at a time: the present one first, then the one before while it counts. */
    List<Signer> signers(TenantId tenant, EndpointName name, Instant now) {
        return jdbc.sql("SELECT secret, private_key, IF(former_until > ?, former_secret, NULL),"
                        + " IF(former_until > ?, former_private_key, NULL) FROM webhook_endpoint"
                        + " WHERE tenant_id = ? AND name = ?")
                .params(Utc.column(now), Utc.column(now), tenant.value(), name.value())
                .query((row, _) -> Stream.of(
                                signer(tenant, name, row.getBytes(1), row.getBytes(2)),
                                signer(tenant, name, row.getBytes(3), row.getBytes(4)))
                        .flatMap(Optional::stream)
                        .toList())
                .single();
    }

    private Optional<Signer> signer(
            TenantId tenant, EndpointName name, byte @Nullable [] secret, byte @Nullable [] key) {
        return Optional.ofNullable(secret)
                .map(kept -> new Signer(
                        opened(tenant, name, kept),
                        Optional.ofNullable(key)
                                .map(keptKey -> new SigningKey(secrets.open(keyContext(tenant, name), keptKey)))));
    }

    private SigningSecret opened(TenantId tenant, EndpointName name, byte[] secret) {
        return new SigningSecret(new String(secrets.open(context(tenant, name), secret), StandardCharsets.UTF_8));
    }

    private static String keyContext(TenantId tenant, EndpointName name) {
        return "webhook-key/" + tenant + "/" + name;
    }

    private static String context(TenantId tenant, EndpointName name) {
        return "webhook/" + tenant + "/" + name;
    }
}
