package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entities as rows: the elements that have no ends. {@code types} are those that the caller may read; without one there is nothing to find. */
@Repository
class EntityRows {

    private static final String COLUMNS =
            "SELECT element_id, element_key, type, title, properties, version, created_at, updated_at FROM element ";
    private static final String MATCHES =
            "WHERE tenant_id = :tenant AND from_key IS NULL AND type IN (:types) AND (:prefix = '' OR element_key LIKE :like OR title LIKE :like)";

    private final JdbcClient jdbc;

    EntityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Entity> find(TenantId tenant, EntityId id) {
        return jdbc.sql(COLUMNS + "WHERE tenant_id = :tenant AND element_id = :id AND from_key IS NULL")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query((row, n) -> entity(row))
                .optional();
    }

    Optional<Entity> findByKey(TenantId tenant, String key) {
        return jdbc.sql(COLUMNS + "WHERE tenant_id = :tenant AND element_key = :key AND from_key IS NULL")
                .param("tenant", tenant.value())
                .param("key", key)
                .query((row, n) -> entity(row))
                .optional();
    }

    /** By key. After an id that is not the tenant's nothing comes. */
    List<Entity> list(TenantId tenant, String prefix, Set<String> types, Optional<EntityId> after, int limit) {
        if (types.isEmpty()) {
            return List.of();
        }
        var params = params(tenant, prefix, types);
        params.put("limit", limit);
        after.ifPresent(id -> params.put("after", id.value()));
        return jdbc.sql(COLUMNS + MATCHES + after.map(id -> AFTER).orElse("") + " ORDER BY element_key LIMIT :limit")
                .params(params)
                .query((row, n) -> entity(row))
                .list();
    }

    private static final String AFTER =
            " AND element_key > (SELECT c.element_key FROM element c WHERE c.tenant_id = :tenant AND c.element_id = :after)";

    long count(TenantId tenant, String prefix, Set<String> types) {
        return types.isEmpty()
                ? 0
                : jdbc.sql("SELECT COUNT(*) FROM element " + MATCHES)
                        .params(params(tenant, prefix, types))
                        .query(Long.class)
                        .single();
    }

    List<TypeCount> types(TenantId tenant) {
        return jdbc.sql(
                        "SELECT type, COUNT(*) FROM element WHERE tenant_id = ? AND from_key IS NULL GROUP BY type ORDER BY type")
                .param(tenant.value())
                .query((row, n) -> new TypeCount(String.valueOf(row.getString(1)), row.getLong(2)))
                .list();
    }

    private static Map<String, Object> params(TenantId tenant, String prefix, Set<String> types) {
        var params = new HashMap<String, Object>();
        params.put("tenant", tenant.value());
        params.put("types", types);
        params.put("prefix", prefix);
        params.put("like", prefix.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        return params;
    }

    private static Entity entity(ResultSet row) throws SQLException {
        return new Entity(
                new EntityId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                Utc.instant(row.getObject(7, LocalDateTime.class)),
                Utc.instant(row.getObject(8, LocalDateTime.class)));
    }
}
