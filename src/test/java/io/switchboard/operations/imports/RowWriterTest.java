package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.format.CsvDialect;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Both ways into the staging table write the same. */
class RowWriterTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    @BeforeAll
    static void migrate() throws SQLException {
        var migrated = TestDatabase.migrated("imports");
        try (var connection = migrated.getConnection()) {
            var url = connection.getMetaData().getURL().replace("allowLocalInfile=false", "allowLocalInfile=true");
            database = new MariaDbPoolDataSource(url + (url.contains("user=") ? "" : "&user=root"));
        }
    }

    static Stream<RowWriter> writers() {
        var jdbc = new JdbcTemplate(database);
        return Stream.of(new BulkStatements(jdbc), new LocalInfile(jdbc));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void writesWhatItIsGiven(RowWriter writer) {
        var odd = "tab\t quote\" back\\slash \\N new\nline \r \u00e9 \ud83d\ude00 '";
        var plan = plan();
        writer.write(
                plan,
                List.of(
                        new RowWriter.Staged(1, 2, odd, List.of(Optional.of(odd), Optional.empty()), "mbr_1", List.of()),
                        new RowWriter.Staged(
                                2, 5, null, List.of(), null, List.of(new RowProblem("email", "E-103", odd, "fix")))));
        var rows = new JdbcTemplate(database)
                .queryForList(
                        "SELECT natural_key, c1, c2, outcome, target_id, JSON_VALUE(problems, '$[0].message') AS message FROM import_row"
                                + " WHERE import_id = ? ORDER BY row_no",
                        plan.id().value());
        assertThat(rows.getFirst())
                .containsEntry("natural_key", odd)
                .containsEntry("c1", odd)
                .containsEntry("c2", null)
                .containsEntry("outcome", "unchanged")
                .containsEntry("target_id", "mbr_1");
        assertThat(rows.getLast())
                .containsEntry("natural_key", null)
                .containsEntry("outcome", "reject")
                .containsEntry("message", odd);
    }

    private static ImportPlan plan() {
        return ImportPlan.uploaded(
                ImportId.random(),
                "identities",
                new Caller(TenantId.random(), Actor.service("test"), Set.of()),
                new ImportPlan.Source(
                        "f.csv", Sha256.of("f"), 1, new CsvDialect(StandardCharsets.UTF_8, 0, ',')),
                Map.of(),
                List.of(),
                Instant.EPOCH);
    }
}
