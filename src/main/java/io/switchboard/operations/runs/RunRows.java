package io.switchboard.operations.runs;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows as runs and steps. */
final class RunRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunRows() {}

    static Run run(ResultSet row, List<RunStep> steps) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var actor = new Actor(Actor.Type.valueOf(row.getString("actor_type")), row.getString("actor_id"));
        var roles = Arrays.stream(row.getString("actor_roles").split(","))
                .map(Role::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Run(
                tenant,
                new RunId(row.getString("run_id")),
                new Run.Origin(row.getString("origin_key"), row.getInt("origin_version")),
                row.getString("title"),
                row.getString("definition"),
                texts(row.getString("inputs")),
                RunState.valueOf(row.getString("state")),
                row.getBoolean("back"),
                new Caller(tenant, actor, roles),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                Utc.instant(row.getObject("started_at", LocalDateTime.class)),
                instant(row, "ended_at"),
                steps);
    }

    static RunStep step(ResultSet row) throws SQLException {
        return new RunStep(
                row.getInt("step_no"),
                row.getString("step_id"),
                row.getInt("attempt"),
                row.getBoolean("back"),
                StepState.valueOf(row.getString("state")),
                row.getString("says"),
                texts(row.getString("outputs")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                Optional.ofNullable(row.getString("ticket_id")),
                Utc.instant(row.getObject("started_at", LocalDateTime.class)),
                instant(row, "ended_at"),
                instant(row, "wake_at"));
    }

    private static Map<String, String> texts(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(Utc::instant);
    }
}
