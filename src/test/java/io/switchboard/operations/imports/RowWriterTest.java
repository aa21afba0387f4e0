package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.administration.TestIdentities;
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
        var change = new StagedRow.Change(
                1,
                new Place.Line(2),
                odd,
                ChangeKind.UPDATE,
                "mem_1",
                7,
                true,
                Map.of("department", Optional.of(odd)),
                List.of(),
                List.of(Optional.of(odd), Optional.empty()));
        var reject = new StagedRow.Reject(
                2, new Place.Pointer("/0/\u05d0"), null, List.of(new RowProblem("email", "E-103", odd, "fix")));
        var unchanged = new StagedRow.Unchanged(3, new Place.Line(6), "joe", 4, 0xFFFF_FFFFL);
        writer.write(plan, List.of(RowPage.of(List.of(change, reject)), RowPage.of(List.of(unchanged))));
        assertThat(new JdbcTemplate(database)
                        .queryForList(
                                "SELECT CONCAT_WS(' ', first_row, last_row, creates, updates, unchanged, conflicts, rejects) FROM import_page"
                                        + " WHERE import_id = ? ORDER BY first_row",
                                String.class,
                                plan.id().value()))
                .containsExactly("1 2 0 1 0 0 1", "3 3 0 0 1 0 0");
        var rows = new JdbcTemplate(database)
                .queryForList(
                        "SELECT s.* FROM "
                                + StagedSql.pages(
                                        TestIdentities.target().table(),
                                        ", c1 VARCHAR(320) PATH '$[8]', c2 VARCHAR(320) PATH '$[9]', digest BIGINT PATH '$[4]', message VARCHAR(200) PATH '$[3][0].message'")
                                + " WHERE p.import_id = ? ORDER BY p.first_row, s.position",
                        plan.id().value());
        assertThat(rows.getFirst())
                .containsEntry("natural_key", odd)
                .containsEntry("outcome", "u")
                .containsEntry("c1", odd)
                .containsEntry("c2", null);
        assertThat(rows.get(1))
                .containsEntry("natural_key", null)
                .containsEntry("outcome", "r")
                .containsEntry("message", odd);
        assertThat(rows.getLast()).containsEntry("digest", 0xFFFF_FFFFL);
    }

    private static ImportPlan plan() {
        return ImportPlan.uploaded(
                ImportId.random(),
                "identities",
                new Caller(TenantId.random(), Actor.service("test"), Set.of()),
                ImportPlan.Source.table("f.csv", Sha256.of("f"), 1, new CsvDialect(StandardCharsets.UTF_8, 0, ',')),
                Map.of(),
                List.of(),
                Instant.EPOCH);
    }
}
