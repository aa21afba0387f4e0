package io.switchboard.operations.entities;

import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links as rows, by key. */
@Repository
class EntityLinkRows {

    private static final String LINKS =
            "SELECT entity_key, entity_type, thing_kind, thing_key, linked_at FROM entity_link WHERE tenant_id = ?";
    private static final String ONE = " AND entity_key = ? AND thing_kind = ? AND thing_key = ?";

    private final JdbcClient jdbc;

    EntityLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EntityLink> ofEntity(TenantId tenant, String entityKey) {
        return jdbc.sql(LINKS + " AND entity_key = ? ORDER BY thing_kind, thing_key")
                .params(tenant.value(), entityKey)
                .query((row, n) -> link(row))
                .list();
    }

    List<EntityLink> ofThing(TenantId tenant, String kind, String thingKey) {
        return jdbc.sql(LINKS + " AND thing_kind = ? AND thing_key = ? ORDER BY entity_key")
                .params(tenant.value(), kind, thingKey)
                .query((row, n) -> link(row))
                .list();
    }

    Optional<EntityLink> find(TenantId tenant, String entityKey, String kind, String thingKey) {
        return jdbc.sql(LINKS + ONE)
                .params(tenant.value(), entityKey, kind, thingKey)
                .query((row, n) -> link(row))
                .optional();
    }

    /** False where it is there already. */
    boolean add(TenantId tenant, Entity entity, LinkedThing thing, Instant now) {
        return jdbc.sql(
                                "INSERT IGNORE INTO entity_link (tenant_id, entity_key, thing_kind, thing_key, entity_type, linked_at) VALUES (?, ?, ?, ?, ?, ?)")
                        .params(tenant.value(), entity.key(), thing.kind(), thing.key(), entity.type(), Utc.column(now))
                        .update()
                == 1;
    }

    /** False where there was none. */
    boolean remove(TenantId tenant, String entityKey, String kind, String thingKey) {
        return jdbc.sql("DELETE FROM entity_link WHERE tenant_id = ?" + ONE)
                        .params(tenant.value(), entityKey, kind, thingKey)
                        .update()
                == 1;
    }

    private static EntityLink link(ResultSet row) throws SQLException {
        return new EntityLink(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Utc.instant(row.getObject(5, LocalDateTime.class)),
                Optional.empty(),
                Optional.empty());
    }
}
