package io.switchboard.operations.imports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code import_plan} as the plan that it keeps. */
final class PlanRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanRow() {}

    static ImportPlan read(ResultSet row, int n) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var actor = new Actor(Actor.Type.valueOf(row.getString("actor_type")), row.getString("actor_id"));
        var roles = Arrays.stream(row.getString("actor_roles").split(","))
                .map(Role::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new ImportPlan(
                new ImportId(row.getString("import_id")),
                row.getString("kind"),
                ImportStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new Caller(tenant, actor, roles),
                source(row),
                JSON.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {}),
                JSON.readValue(row.getString("ignored"), new TypeReference<List<String>>() {}),
                JSON.readValue(row.getString("notes"), new TypeReference<List<String>>() {}),
                ConflictMode.valueOf(row.getString("conflict_mode")),
                Optional.ofNullable(row.getString("reverts")).map(ImportId::new),
                counts(row),
                Optional.ofNullable(row.getString("base_revision")),
                Optional.ofNullable(row.getString("receipt_id")).map(ReceiptId::new),
                Optional.ofNullable(row.getString("decision_id")).map(DecisionId::new),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getObject("cleared_at", LocalDateTime.class))
                        .map(Utc::instant),
                Optional.ofNullable(row.getString("purge_id")).map(PurgeId::new),
                instant(row, "created_at"),
                instant(row, "expires_at"));
    }

    private static ImportPlan.Source source(ResultSet row) throws SQLException {
        // CHAR drops trailing blanks, and a tab is none.
        var dialect = new CsvDialect(
                Charset.forName(row.getString("encoding")),
                row.getInt("mark_bytes"),
                row.getString("delimiter_char").charAt(0));
        return new ImportPlan.Source(
                row.getString("file_name"),
                new Sha256(row.getString("source_digest")),
                row.getLong("source_bytes"),
                row.getString("format"),
                dialect);
    }

    private static ImportCounts counts(ResultSet row) throws SQLException {
        return new ImportCounts(
                row.getLong("rows_read"),
                row.getLong("rows_create"),
                row.getLong("rows_update"),
                row.getLong("rows_remove"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_reject"),
                row.getLong("rows_conflict"),
                row.getLong("rows_held"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, LocalDateTime.class));
    }
}
