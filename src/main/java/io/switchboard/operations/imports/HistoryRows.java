package io.switchboard.operations.imports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports' heads by filter. A plan whose time is over counts as expired, also before anybody looked at it. */
@Repository
class HistoryRows {

    private static final int PEOPLE = 200;

    private final JdbcClient jdbc;

    HistoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ImportPlan> page(TenantId tenant, ImportFilter filter, Optional<ImportId> after, int limit, Instant now) {
        var where = where(tenant, filter, now);
        after.ifPresent(id -> where.and("""
                (created_at, import_id) < (SELECT l.created_at, l.import_id FROM import_plan l WHERE l.tenant_id = ? AND l.import_id = ?)""", tenant.value(), id.value()));
        return jdbc.sql("SELECT * FROM import_plan" + where.sql + " ORDER BY created_at DESC, import_id DESC LIMIT "
                        + limit)
                .params(where.values)
                .query(PlanRow::read)
                .list();
    }

    long total(TenantId tenant, ImportFilter filter, Instant now) {
        var where = where(tenant, filter, now);
        return jdbc.sql("SELECT COUNT(*) FROM import_plan" + where.sql)
                .params(where.values)
                .query(Long.class)
                .single();
    }

    List<Actor> actors(TenantId tenant) {
        return jdbc.sql("SELECT DISTINCT actor_type, actor_id FROM import_plan WHERE tenant_id = ? LIMIT " + PEOPLE)
                .param(tenant.value())
                .query((row, _) -> new Actor(Actor.Type.valueOf(row.getString(1)), row.getString(2)))
                .list();
    }

    private static Where where(TenantId tenant, ImportFilter filter, Instant now) {
        var where = new Where(tenant);
        filter.kind().ifPresent(kind -> where.and("kind = ?", kind));
        filter.by().ifPresent(actor -> where.and("actor_id = ?", actor));
        filter.from().ifPresent(from -> where.and("created_at >= ?", Utc.column(from)));
        filter.before().ifPresent(before -> where.and("created_at < ?", Utc.column(before)));
        filter.status().ifPresent(status -> {
            switch (status) {
                case PLANNED -> where.and("status = 'PLANNED' AND expires_at >= ?", Utc.column(now));
                case EXPIRED ->
                    where.and("(status = 'EXPIRED' OR status = 'PLANNED' AND expires_at < ?)", Utc.column(now));
                case UPLOADED, PLANNING, COMMITTING, COMMITTED, STALE, FAILED, DISCARDED ->
                    where.and("status = ?", status.name());
            }
        });
        return where;
    }

    /** Conditions with their values, the tenant first. */
    private static final class Where {

        private final List<Object> values = new ArrayList<>();
        private String sql = " WHERE tenant_id = ?";

        Where(TenantId tenant) {
            values.add(tenant.value());
        }

        void and(String condition, Object... more) {
            sql += " AND " + condition;
            values.addAll(List.of(more));
        }
    }
}
