package io.switchboard.operations.imports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved mappings as rows; every question names the tenant. */
@Repository
class MappingRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    MappingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; of one kind or of all. */
    List<SavedMapping> all(TenantId tenant, Optional<String> kind) {
        return jdbc.sql("SELECT * FROM import_mapping WHERE tenant_id = ? AND (? = '' OR kind = ?) ORDER BY kind, name")
                .params(tenant.value(), kind.orElse(""), kind.orElse(""))
                .query(MappingRows::read)
                .list();
    }

    Optional<SavedMapping> find(TenantId tenant, MappingId id) {
        return jdbc.sql("SELECT * FROM import_mapping WHERE tenant_id = ? AND mapping_id = ?")
                .params(tenant.value(), id.value())
                .query(MappingRows::read)
                .optional();
    }

    Optional<SavedMapping> find(TenantId tenant, String kind, String name) {
        return jdbc.sql("SELECT * FROM import_mapping WHERE tenant_id = ? AND kind = ? AND name = ?")
                .params(tenant.value(), kind, name)
                .query(MappingRows::read)
                .optional();
    }

    /** Takes the place of one with this kind and name; its id stays. */
    void save(TenantId tenant, SavedMapping saved) {
        jdbc.sql("""
                        INSERT INTO import_mapping (tenant_id, mapping_id, kind, name, mapping, actor_type, actor_id, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE mapping = VALUES(mapping), actor_type = VALUES(actor_type),
                            actor_id = VALUES(actor_id), saved_at = VALUES(saved_at)""")
                .params(
                        tenant.value(),
                        saved.id().value(),
                        saved.kind(),
                        saved.name(),
                        JSON.writeValueAsString(saved.mapping()),
                        saved.savedBy().type().name(),
                        saved.savedBy().id(),
                        Utc.column(saved.savedAt()))
                .update();
    }

    boolean delete(TenantId tenant, MappingId id) {
        return jdbc.sql("DELETE FROM import_mapping WHERE tenant_id = ? AND mapping_id = ?")
                        .params(tenant.value(), id.value())
                        .update()
                == 1;
    }

    private static SavedMapping read(ResultSet row, int number) throws SQLException {
        return new SavedMapping(
                new MappingId(row.getString("mapping_id")),
                row.getString("kind"),
                row.getString("name"),
                JSON.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {}),
                new Actor(Actor.Type.valueOf(row.getString("actor_type")), row.getString("actor_id")),
                Utc.instant(row.getObject("saved_at", LocalDateTime.class)));
    }
}
