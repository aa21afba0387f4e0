package io.switchboard.control.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Receipts from before the timeline get the threads and subjects that they would have been written with. */
class TimelineMigrationTest {

    private static final String UNDO = """
            ALTER TABLE receipt DROP KEY by_time, DROP KEY by_action_and_time, DROP KEY by_actor_and_time, DROP KEY by_outcome_and_time,
                DROP KEY by_correlation, DROP KEY by_thread, DROP COLUMN thread, ADD KEY tenant_id_4 (tenant_id, occurred_at)""";

    private final DataSource database = TestDatabase.migrated("signing", "receipts");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ReceiptsKit kit = new ReceiptsKit(database, Clock.systemUTC());
    private final TenantId tenant = TenantId.random();

    @Test
    void writesWhatTheReceiptsWouldHaveBeenWrittenWith() {
        kit.signing.ring().establish(tenant, LogId.random(), "Globex");
        var root = leave(Optional.empty(), CorrelationId.random(), "Import", "import");
        var child = leave(Optional.of(root.id()), CorrelationId.random(), "import");
        var grandchild = leave(Optional.of(child.id()), CorrelationId.random(), "import");
        leave(Optional.empty(), grandchild.correlation());
        leave(Optional.of(root.id()), root.correlation());
        leave(Optional.empty(), CorrelationId.random(), "Tenant");
        var threads = rows("SELECT receipt_id, thread FROM receipt ORDER BY position");
        var subjects = rows(
                "SELECT receipt_id, LOWER(subject_type), subject_id, position, occurred_at, thread, correlation_id, action, outcome, actor_id"
                        + " FROM receipt_subject ORDER BY position");
        assertThat(threads).hasSize(6);
        assertThat(subjects).hasSize(6);
        jdbc.sql("DROP TABLE receipt_subject").update();
        jdbc.sql(UNDO).update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/receipts/V5__timeline.sql"))
                .execute(database);
        assertThat(rows("SELECT receipt_id, thread FROM receipt ORDER BY position"))
                .isEqualTo(threads);
        assertThat(rows(
                        "SELECT receipt_id, LOWER(subject_type), subject_id, position, occurred_at, thread, correlation_id, action, outcome, actor_id"
                                + " FROM receipt_subject ORDER BY position"))
                .isEqualTo(subjects);
    }

    private List<Map<String, @Nullable Object>> rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }

    private Receipt leave(Optional<ReceiptId> parent, CorrelationId correlation, String... types) {
        return kit.receipts.append(new ReceiptDraft(
                tenant,
                Actor.service("bench"),
                new ActionId("imports.plan"),
                Outcome.ALLOWED,
                Optional.empty(),
                correlation,
                parent,
                Optional.empty(),
                List.of(),
                List.of(types).stream()
                        .map(type -> new Subject(type, "imp_1/a b.csv", Sha256.of(type)))
                        .toList(),
                Map.of(),
                Map.of()));
    }
}
