package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A field of 130,000 characters goes the whole way: staged, compared, shown, committed, found unchanged. */
class LongFieldsTest {

    private static final int LENGTH = 130_000;

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Caller grace =
            new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TestImports module = new TestImports(
            database,
            transactions,
            new TestEnforcement(transactions),
            event -> {},
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC),
            1_000);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("imports");
        JdbcClient.create(database).sql(TestNotes.TABLE).update();
    }

    @Test
    void bringsChangesAndFindsLongTexts() {
        assertThat(planned(file(40, 'é')).counts()).isEqualTo(new ImportCounts(40, 40, 0, 0, 0, 0, 0));
        committed(planned(file(40, 'é')));
        assertThat(lengths()).isEqualTo(40L * LENGTH);
        assertThat(planned(file(40, 'é')).counts()).isEqualTo(new ImportCounts(40, 0, 0, 40, 0, 0, 0));
        var changed = planned(file(39, 'x').replace("]]", "],[\"new\",\"\"]]"));
        assertThat(changed.counts()).isEqualTo(new ImportCounts(40, 1, 39, 0, 0, 0, 0));
        var page = module.diff()
                .page(grace, changed.id(), ChangeKind.UPDATE, "", 0, 500)
                .orElseThrow();
        assertThat(page.total()).isEqualTo(39);
        assertThat(page.items())
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.fields().getFirst().before())
                        .hasSize(LENGTH)
                        .endsWith("é"));
        committed(changed);
        assertThat(lengths()).isEqualTo(40L * LENGTH);
    }

    @Test
    void rejectsWhatIsLongerThanAFieldMayBe() {
        var plan = planned("[[\"a\",\"" + "\u05d0".repeat(140_000) + "\"],[\"b\",\"" + "x".repeat(250_000) + "\"]]");
        assertThat(plan.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0, 0));
    }

    @Test
    void refusesATableOfAKindThatComesInDocuments() {
        assertThat(upload("title,body\na,b\n"))
                .isInstanceOfSatisfying(
                        Upload.Unreadable.class,
                        it -> assertThat(it.code() + " " + it.explanation())
                                .startsWith("unknown-format")
                                .contains("Pairs (JSON)"));
    }

    private static String file(int rows, char filling) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "[\"note " + i + "\",\"" + i
                        + String.valueOf(filling)
                                .repeat(LENGTH - String.valueOf(i).length()) + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Upload upload(String file) {
        return module.service()
                .upload(grace, "notes", "notes.json", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportPlan planned(String file) {
        var id = ((Upload.Accepted) upload(file)).plan().id();
        return done(module.service().plan(grace, id, Map.of()).orElseThrow());
    }

    private void committed(ImportPlan plan) {
        assertThat(done(module.service().commit(grace, plan.id(), Set.of()).orElseThrow())
                        .status())
                .isEqualTo(ImportStatus.COMMITTED);
    }

    private static ImportPlan done(Enforced<ImportPlan> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<ImportPlan>) ended).value();
    }

    private long lengths() {
        return JdbcClient.create(database)
                .sql("SELECT SUM(CHAR_LENGTH(body)) FROM note WHERE tenant_id = ?")
                .param(grace.tenant().value())
                .query(Long.class)
                .single();
    }
}
