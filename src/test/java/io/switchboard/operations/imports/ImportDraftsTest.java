package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.NotViewable;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.administration.TestIdentities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a person does between upload and commit, each step of it stored. */
class ImportDraftsTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Caller grace =
            new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TestEnforcement enforcement = new TestEnforcement(transactions);
    private final TestImports module = new TestImports(
            database,
            transactions,
            enforcement,
            event -> {},
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC),
            100);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @Test
    void countsHowFullEachColumnIsAndShowsSamples() {
        var id = accepted("Login,Dept,shoe_size\nmaria,Risk,\njoe,,\n");
        var preview = module.drafts().preview(grace, id).orElseThrow();
        assertThat(preview.headers())
                .containsExactly(
                        new ImportPreview.Header("Login", Optional.of("user_name"), 100, List.of("maria", "joe")),
                        new ImportPreview.Header("Dept", Optional.of("department"), 50, List.of("Risk")),
                        new ImportPreview.Header("shoe_size", Optional.empty(), 0, List.of()));
        assertThat(preview.problem()).isEmpty();
    }

    @Test
    void movesAFieldToTheColumnThatIsChosenForIt() {
        var id = accepted("Login,Short\nmaria.k,mk\n");
        assertThat(module.drafts().assign(grace, id, "Short", Optional.of("user_name")))
                .isEmpty();
        assertThat(plan(id).mapping()).isEqualTo(Map.of("user_name", "Short"));
        assertThat(plan(id).ignored()).containsExactly("Login");
        planned(id);
        assertThat(keys(id)).containsExactly("mk");
    }

    @Test
    void saysWhatAMappingLacks() {
        var id = accepted("Login,Dept\nmaria,Risk\n");
        assertThat(module.drafts().assign(grace, id, "Login", Optional.empty())).isEmpty();
        assertThat(module.drafts().preview(grace, id).orElseThrow().problem().orElseThrow())
                .contains("user_name");
    }

    @Test
    void refusesAFieldThatDoesNotExistAndKeepsTheDraft() {
        var id = accepted("Login\nmaria\n");
        assertThat(module.drafts()
                        .assign(grace, id, "Login", Optional.of("salary"))
                        .orElseThrow())
                .contains("no field salary");
        assertThat(plan(id).mapping()).isEqualTo(Map.of("user_name", "Login"));
    }

    @Test
    void readsTheFileAnotherWayByHand() {
        var id = accepted("user_name|department\nmaria|a;b\n");
        assertThat(module.drafts().reread(grace, id, StandardCharsets.UTF_8, ';'))
                .isEmpty();
        assertThat(plan(id).mapping()).isEmpty();
        assertThat(module.drafts().reread(grace, id, Charset.forName("windows-1252"), '|'))
                .isEmpty();
        assertThat(plan(id).mapping()).containsOnlyKeys("user_name", "department");
        assertThat(plan(id).notes()).singleElement().asString().contains("windows-1252");
    }

    @Test
    void keepsTheDraftWhereTheChosenEncodingDoesNotFit() {
        var id = accepted(new ByteArrayInputStream("user_name\nmari\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(module.drafts().reread(grace, id, StandardCharsets.UTF_16LE, ','))
                .isPresent();
        assertThat(plan(id).source().dialect().encoding().name()).isEqualTo("windows-1252");
        planned(id);
        assertThat(keys(id)).containsExactly("mari\u00e9");
    }

    @Test
    void failsADryRunOfBytesThatAreNoTextInTheChosenEncoding() {
        var rows = IntStream.range(0, 20_000).mapToObj(i -> "person" + i + "\n").collect(Collectors.joining());
        var id = accepted(new ByteArrayInputStream(
                ("user_name\n" + rows + "mari\u00e9\n").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(module.drafts().reread(grace, id, StandardCharsets.UTF_8, ','))
                .isEmpty();
        var ended = module.service().plan(grace, id, Map.of()).orElseThrow();
        assertThat(((Enforced.Failed<ImportPlan>) ended).failure().code()).isEqualTo("bad-encoding");
    }

    @Test
    void changesNoMappingOfAPlan() {
        var id = accepted("user_name\nmaria\n");
        planned(id);
        assertThat(module.drafts()
                        .assign(grace, id, "user_name", Optional.empty())
                        .orElseThrow())
                .contains("planned meanwhile");
        assertThat(plan(id).mapping()).containsOnlyKeys("user_name");
    }

    @Test
    void keepsTicksAndCommitsThem() {
        var id = accepted("user_name,roles\nmaria,approver\njoe,approver\n");
        planned(id);
        var first = module.diff().rows(grace, id, ChangeKind.HELD, "", 0, 10).getFirst();
        assertThat(module.diff().tick(grace, id, first.row(), true)).isTrue();
        assertThat(module.diff().ticked(grace, id)).containsExactly("maria");
        var ended = module.service().commit(grace, id).orElseThrow();
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        assertThat(plan(id).counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 0, 0, 1));
        assertThat(module.diff().tick(grace, id, first.row(), false)).isFalse();
    }

    @Test
    void ticksNoRowThatRaisesNothing() {
        var id = accepted("user_name\nmaria\n");
        planned(id);
        assertThat(module.diff().tick(grace, id, 1, true)).isFalse();
    }

    @Test
    void findsRowsByPageGroupAndKey() {
        var file =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "p" + i + ",yes\n").collect(Collectors.joining());
        var id = accepted("user_name,active\n" + file + "bad,perhaps\nP_1,yes\n");
        planned(id);
        var diff = module.diff();
        assertThat(diff.rows(grace, id, ChangeKind.ALL, "", 25, 3))
                .extracting(PlannedChange::key)
                .containsExactly("p26", "p27", "p28");
        assertThat(diff.rows(grace, id, ChangeKind.CREATE, "", 29, 9))
                .extracting(PlannedChange::key)
                .containsExactly("p30", "P_1");
        assertThat(diff.rows(grace, id, ChangeKind.ALL, "p_", 0, 9))
                .extracting(PlannedChange::key)
                .containsExactly("P_1");
        assertThat(diff.count(grace, id, ChangeKind.REJECT, "")).isEqualTo(1);
        assertThat(diff.count(grace, id, ChangeKind.CREATE, "p3")).isEqualTo(2);
    }

    @Test
    void findsRowsInFilesOfManyPages() {
        var file = IntStream.rangeClosed(1, 3_500)
                .mapToObj(i -> "p" + i + "," + (i % 100 == 0 ? "approver" : i % 10 == 0 ? "boss" : "operator") + "\n")
                .collect(Collectors.joining());
        var id = accepted("user_name,roles\n" + file + "p7,operator\n");
        planned(id);
        assertThat(plan(id).counts()).isEqualTo(new ImportCounts(3_501, 3_149, 0, 0, 317, 0, 35));
        var diff = module.diff();
        assertThat(diff.rows(grace, id, ChangeKind.ALL, "", 2_999, 2))
                .extracting(PlannedChange::key)
                .containsExactly("p3000", "p3001");
        assertThat(diff.rows(grace, id, ChangeKind.CREATE, "", 3_147, 9))
                .extracting(PlannedChange::key)
                .containsExactly("p3498", "p3499");
        assertThat(diff.rows(grace, id, ChangeKind.CREATE, "", 898, 2))
                .extracting(PlannedChange::key)
                .containsExactly("p999", "p1001");
        assertThat(diff.rows(grace, id, ChangeKind.HELD, "", 19, 2))
                .extracting(PlannedChange::key)
                .containsExactly("p2000", "p2100");
        assertThat(diff.rows(grace, id, ChangeKind.REJECT, "", 0, 500))
                .extracting(PlannedChange::row)
                .hasSize(317)
                .isSorted()
                .startsWith(7, 10, 20)
                .endsWith(3_490, 3_501);
        assertThat(diff.count(grace, id, ChangeKind.CREATE, "P349")).isEqualTo(10);
        assertThat(module.planned().rejectsAfter(plan(id), TestIdentities.target(), 1_990, 3))
                .extracting(PlannedChange.Reject::row)
                .containsExactly(2_010, 2_020, 2_030);
    }

    @Test
    void repeatsAnEndedImportFromItsOwnFile() {
        var id = accepted("Login,Short\nmaria.k,mk\n");
        module.drafts().assign(grace, id, "Short", Optional.of("user_name"));
        planned(id);
        module.service().discard(grace, id);
        var again = ((Upload.Accepted) module.service().again(grace, id).orElseThrow()).plan();
        planned(again.id());
        assertThat(keys(again.id())).containsExactly("mk");
        assertThat(plan(id).status()).isEqualTo(ImportStatus.DISCARDED);
    }

    @Test
    void storesNothingOfSomebodyWhoMayNotImport() throws IOException {
        enforcement.policy = action -> false;
        var unread = InputStream.nullInputStream();
        unread.close(); // whoever reads it now gets an exception
        assertThat(module.service().upload(grace, "identities", "p.csv", unread))
                .isInstanceOf(Upload.Refused.class);
        assertThat(enforcement.asked).hasSize(1);
    }

    @Test
    void showsNoRowToSomebodyWhoMayNotSeeImports() {
        var id = accepted("user_name\nmaria\n");
        planned(id);
        enforcement.policy = action -> !action.request().action().value().equals("imports.view");
        assertThatThrownBy(() -> module.diff().rows(grace, id, ChangeKind.ALL, "", 0, 9))
                .isInstanceOf(NotViewable.class);
        assertThatThrownBy(() -> module.drafts().preview(grace, id)).isInstanceOf(NotViewable.class);
        assertThatThrownBy(() -> module.service().find(grace, id)).isInstanceOf(NotViewable.class);
        assertThatThrownBy(() -> module.service().latest(grace, 9)).isInstanceOf(NotViewable.class);
        assertThatThrownBy(() -> module.errors().manifest(grace, id)).isInstanceOf(NotViewable.class);
        assertThatThrownBy(() -> module.errors().exist(grace, id)).isInstanceOf(NotViewable.class);
    }

    @Test
    void refusesFilesThatAreNoTable() {
        assertRefused("", "empty-file");
        assertRefused(
                IntStream.range(0, 300).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n",
                "too-many-columns");
        assertRefused("PK\u0003\u0004", "not-csv");
    }

    private void assertRefused(String file, String code) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        assertThat(module.service().upload(grace, "identities", "p.csv", content))
                .isInstanceOfSatisfying(
                        Upload.Unreadable.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private ImportId accepted(String file) {
        return accepted(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportId accepted(InputStream content) {
        var upload = module.service().upload(grace, "identities", "people.csv", content);
        assertThat(upload).isInstanceOf(Upload.Accepted.class);
        return ((Upload.Accepted) upload).plan().id();
    }

    private void planned(ImportId id) {
        assertThat(module.service().plan(grace, id, Map.of()).orElseThrow()).isInstanceOf(Enforced.Done.class);
    }

    private ImportPlan plan(ImportId id) {
        return module.service().find(grace, id).orElseThrow();
    }

    private List<String> keys(ImportId id) {
        return module.diff().rows(grace, id, ChangeKind.ALL, "", 0, 500).stream()
                .map(PlannedChange::key)
                .toList();
    }
}
