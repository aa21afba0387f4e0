package io.switchboard.operations.runs;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** A tenant's runs, with their steps. */
@Repository
public class Runs {

    private static final int MOST = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Run run) {
        jdbc.sql("""
                        INSERT INTO run (tenant_id, run_id, origin_key, origin_version, title, definition, inputs, state, actor_type, actor_id, actor_roles, started_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.tenant().value(),
                        run.id().value(),
                        run.origin().key(),
                        run.origin().version(),
                        run.title(),
                        run.definition(),
                        JSON.writeValueAsString(run.inputs()),
                        run.state().name(),
                        run.starter().actor().type().name(),
                        run.starter().actor().id(),
                        run.starter().roles().stream().sorted().map(Role::wire).collect(Collectors.joining(",")),
                        Utc.column(run.startedAt()))
                .update();
    }

    public Optional<Run> find(TenantId tenant, RunId id) {
        var steps = jdbc.sql("SELECT * FROM run_step WHERE tenant_id = ? AND run_id = ? ORDER BY step_no")
                .params(tenant.value(), id.value())
                .query((row, _) -> RunRows.step(row))
                .list();
        return jdbc.sql("SELECT * FROM run WHERE tenant_id = ? AND run_id = ?")
                .params(tenant.value(), id.value())
                .query((row, _) -> RunRows.run(row, steps))
                .optional();
    }

    /** Latest first and without their steps; at most 500 after {@code last}. */
    RunPage list(TenantId tenant, RunFilter filter, Optional<RunId> last, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        Map<String, Object> params = new HashMap<>(Map.of("tenant", tenant.value(), "limit", most + 1));
        filter.state().ifPresent(state -> params.put("state", state.name()));
        filter.origin().ifPresent(key -> params.put("origin", key));
        last.ifPresent(id -> params.put("last", id.value()));
        var found = jdbc.sql("SELECT * FROM run" + where(filter)
                        + (last.isEmpty()
                                ? ""
                                : " AND (started_at, run_id) < (SELECT started_at, run_id FROM run WHERE tenant_id = :tenant AND run_id = :last)")
                        + " ORDER BY started_at DESC, run_id DESC LIMIT :limit")
                .params(params)
                .query((row, _) -> RunRows.run(row, List.of()))
                .list();
        long total = jdbc.sql("SELECT COUNT(*) FROM run" + where(filter))
                .params(params)
                .query(Long.class)
                .single();
        var items = found.subList(0, Math.min(most, found.size()));
        return new RunPage(
                items, found.size() > items.size() ? Optional.of(items.getLast().id()) : Optional.empty(), total);
    }

    /** Those of which a step opened or changed the incident of that number, latest first, at most 50. */
    List<Run> about(TenantId tenant, String number) {
        return jdbc.sql("""
                        SELECT r.* FROM run r JOIN (SELECT DISTINCT run_id FROM run_step WHERE tenant_id = :tenant AND about_number = :number) s ON s.run_id = r.run_id
                         WHERE r.tenant_id = :tenant ORDER BY r.started_at DESC, r.run_id DESC LIMIT 50""")
                .param("tenant", tenant.value())
                .param("number", number)
                .query((row, _) -> RunRows.run(row, List.of()))
                .list();
    }

    private static String where(RunFilter filter) {
        return " WHERE tenant_id = :tenant" + (filter.state().isPresent() ? " AND state = :state" : "")
                + (filter.origin().isPresent() ? " AND origin_key = :origin" : "");
    }

    void receipted(TenantId tenant, RunId id, ReceiptId receipt) {
        jdbc.sql("UPDATE run SET receipt_id = ? WHERE tenant_id = ? AND run_id = ? AND receipt_id IS NULL")
                .params(receipt.value(), tenant.value(), id.value())
                .update();
    }
}
