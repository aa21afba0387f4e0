package io.switchboard.operations.runs;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Viewing;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Base32;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.TenantId;
import io.switchboard.kernel.Utc;
import io.switchboard.platform.signing.SecretBox;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Files that steps of runs make: encrypted, at most 8 MB, kept for seven days, for whoever may do what made them. A command names its file in the output {@code file}, which the run's page
 * offers for download.
 */
@Service
public class RunFiles {

    public static final int MOST_BYTES = 8 << 20;
    public static final Duration KEPT = Duration.ofDays(7);
    static final String OUTPUT = "file";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SecretBox secrets;
    private final Viewing viewing;
    private final Clock clock;

    RunFiles(JdbcClient jdbc, SecretBox secrets, Viewing viewing, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.viewing = viewing;
        this.clock = clock;
    }

    /** What a file is called, and what somebody must be allowed to do to have it. */
    public record Label(String name, String mediaType, ActionId action, String resourceType) {}

    /** {@code id}: for the output {@code file}. */
    public record Kept(String id, Instant until) {}

    /** A file with its content. */
    @SuppressWarnings("ArrayRecordComponent") // opaque, and never compared
    public record Opened(String name, String mediaType, byte[] content) {}

    /** In the transaction of the change that made it. */
    public Kept keep(TenantId tenant, Label label, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new ChangeFailure(
                    "file-too-large",
                    "It has " + content.length + " bytes, and a run keeps at most " + MOST_BYTES
                            + ". Ask for a shorter period, or download it directly.");
        }
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        var kept = new Kept("fil_" + Base32.encode(bytes), clock.instant().plus(KEPT));
        jdbc.sql("""
                        INSERT INTO run_file (tenant_id, file_id, name, media_type, action, resource_type, content, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        tenant.value(),
                        kept.id(),
                        label.name(),
                        label.mediaType(),
                        label.action().value(),
                        label.resourceType(),
                        secrets.seal(context(tenant, kept.id()), content),
                        Utc.column(kept.until()))
                .update();
        return kept;
    }

    /** Empty where there is none any more, or never was, or where this caller may not have it. */
    public Optional<String> name(Caller caller, String id) {
        return row(caller, id, "''").map(Row::name);
    }

    /** The same, with what is in it. */
    public Optional<Opened> open(Caller caller, String id) {
        return row(caller, id, "content")
                .map(row -> new Opened(
                        row.name(), row.mediaType(), secrets.open(context(caller.tenant(), id), row.content())));
    }

    private Optional<Row> row(Caller caller, String id, String content) {
        return jdbc
                .sql("SELECT name, media_type, action, resource_type, " + content + " AS content FROM run_file"
                        + " WHERE tenant_id = ? AND file_id = ? AND expires_at > ?")
                .params(caller.tenant().value(), id, Utc.column(clock.instant()))
                .query((row, _) -> new Row(
                        row.getString("name"),
                        row.getString("media_type"),
                        new ActionId(row.getString("action")),
                        row.getString("resource_type"),
                        row.getBytes("content")))
                .list()
                .stream()
                .filter(row -> viewing.against(caller, row.action(), row.resourceType())
                        .isEmpty())
                .findFirst();
    }

    @SuppressWarnings("ArrayRecordComponent") // opaque, and never compared
    private record Row(String name, String mediaType, ActionId action, String resourceType, byte[] content) {}

    /** Of all tenants: for the upkeep. */
    void clear() {
        jdbc.sql("DELETE FROM run_file WHERE expires_at <= ? LIMIT 1000")
                .param(Utc.column(clock.instant()))
                .update();
    }

    private static String context(TenantId tenant, String id) {
        return "run-file/" + tenant + "/" + id;
    }
}
