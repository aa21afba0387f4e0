package io.switchboard.operations.delivery;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.SecretBox;
import io.switchboard.platform.signing.SecretBox.Shreddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links as rows, with the file of each sealed under a key of its own. */
@Repository
class LinkRows {

    private static final String FACTS =
            "SELECT link_id, name, type, bytes, digest, created_at, expires_at, most_uses, uses, used_at, revoked_at, actor_type, actor_id FROM delivery_link WHERE tenant_id = ?";

    private final JdbcClient jdbc;
    private final SecretBox box;

    LinkRows(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    void add(TenantId tenant, SecureLink link, LinkToken token, byte[] content) {
        var sealed = box.sealShreddable(context(tenant, link.id()), content);
        jdbc.sql("""
                        INSERT INTO delivery_link (tenant_id, link_id, token_sha256, name, type, bytes, digest, wrapped_key, content, created_at, expires_at, most_uses, actor_type, actor_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        link.id().value(),
                        token.digest().hex(),
                        link.name(),
                        link.type(),
                        link.bytes(),
                        link.digest().hex(),
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        Utc.column(link.createdAt()),
                        Utc.column(link.expiresAt()),
                        link.mostUses(),
                        link.by().type().wire(),
                        link.by().id())
                .update();
    }

    /** The latest first. */
    List<SecureLink> list(TenantId tenant, int most) {
        return jdbc.sql(FACTS + " ORDER BY created_at DESC, link_id LIMIT ?")
                .params(tenant.value(), most)
                .query((row, _) -> read(row))
                .list();
    }

    /** Those made before, the latest first. */
    List<SecureLink> page(TenantId tenant, Optional<SecureLink> after, int limit) {
        return after.map(last -> jdbc.sql(
                                FACTS
                                        + " AND (created_at < ? OR created_at = ? AND link_id > ?) ORDER BY created_at DESC, link_id LIMIT ?")
                        .params(
                                tenant.value(),
                                Utc.column(last.createdAt()),
                                Utc.column(last.createdAt()),
                                last.id().value(),
                                limit)
                        .query((row, _) -> read(row))
                        .list())
                .orElseGet(() -> list(tenant, limit));
    }

    long count(TenantId tenant) {
        return jdbc.sql("SELECT COUNT(*) FROM delivery_link WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }

    Optional<SecureLink> find(TenantId tenant, LinkId id) {
        return jdbc.sql(FACTS + " AND link_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<SecureLink> find(TenantId tenant, LinkToken token) {
        return jdbc.sql(FACTS + " AND token_sha256 = ?")
                .params(tenant.value(), token.digest().hex())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Counts a use; false where none is left, whoever took it. */
    boolean use(TenantId tenant, LinkId id, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery_link SET uses = uses + 1, used_at = ?
                        WHERE tenant_id = ? AND link_id = ? AND uses < most_uses AND revoked_at IS NULL AND expires_at > ? AND wrapped_key IS NOT NULL""")
                        .params(Utc.column(now), tenant.value(), id.value(), Utc.column(now))
                        .update()
                == 1;
    }

    byte[] content(TenantId tenant, LinkId id) {
        var sealed = jdbc.sql("SELECT wrapped_key, content FROM delivery_link WHERE tenant_id = ? AND link_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> new Shreddable(row.getBytes("wrapped_key"), row.getBytes("content")))
                .single();
        return box.openShreddable(context(tenant, id), sealed);
    }

    boolean revoke(TenantId tenant, LinkId id, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery_link SET revoked_at = ?, wrapped_key = NULL, content = NULL
                        WHERE tenant_id = ? AND link_id = ? AND revoked_at IS NULL""").params(Utc.column(now), tenant.value(), id.value()).update() == 1;
    }

    /** Files of links that open nothing any more; what the links were stays. */
    int forget(Instant now) {
        return jdbc.sql("""
                        UPDATE delivery_link SET wrapped_key = NULL, content = NULL
                        WHERE wrapped_key IS NOT NULL AND (expires_at <= ? OR uses >= most_uses)""").param(Utc.column(now)).update();
    }

    private static String context(TenantId tenant, LinkId id) {
        return "delivery-link/" + tenant + "/" + id;
    }

    private static SecureLink read(ResultSet row) throws SQLException {
        return new SecureLink(
                new LinkId(row.getString("link_id")),
                row.getString("name"),
                row.getString("type"),
                row.getLong("bytes"),
                new Sha256(row.getString("digest")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                row.getInt("most_uses"),
                row.getInt("uses"),
                instant(row, "used_at"),
                instant(row, "revoked_at"),
                new Actor(
                        Actor.Type.valueOf(row.getString("actor_type").toUpperCase(Locale.ROOT)),
                        row.getString("actor_id")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
