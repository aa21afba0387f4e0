package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code kill -9} in the middle of a commit, when all rows but the last are written: nothing of it is left, and the next start says so. The last
 * row waits for a lock that the test holds, so the kill never comes too early or too late.
 */
@Tag("long")
class KilledInCommitIT {

    private static final int ROWS = 50_000;

    private final TestIssuer issuer = new TestIssuer();
    private final String database = TestDatabase.freshUrl();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "root", ""));

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        issuer.close();
        client.close();
    }

    @Test
    void leavesNothingOfTheCommitAndTheNextStartSaysSo() throws Exception {
        var plan = killedInTheMiddle();
        assertThat(status(plan)).isEqualTo("COMMITTING");
        try (var next = started()) {
            patiently().until(() -> !status(plan).equals("COMMITTING"));
            assertThat(imported()).isZero();
            assertTheFailureIsReceipted(next);
            assertThePlanSaysSo(next, plan);
            assertTheSameFileCanBeImported(next);
        }
    }

    private String killedInTheMiddle() throws Exception {
        try (var first = started();
                var rival = rival()) {
            register();
            var plan = automation(first).dryRun(people()).path("id").asString("");
            occupyTheLastKey(rival);
            assertThat(automation(first).commit(plan).path("status").asString(""))
                    .isEqualTo("committing");
            patiently().until(this::allButTheLastRowAreWritten);
            first.kill();
            rival.rollback();
            return plan;
        }
    }

    private ForkedPortal started() {
        var portal = new ForkedPortal(folder, ForkedPortal.settings(database, issuer));
        portal.awaitReady(client);
        return portal;
    }

    private Connection rival() throws SQLException {
        var connection = DriverManager.getConnection(database, "root", "");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void occupyTheLastKey(Connection rival) throws SQLException {
        try (var insert = rival.prepareStatement(
                "INSERT INTO member (tenant_id, member_id, user_name, managed_by, created_at, updated_at)"
                        + " SELECT tenant_id, 'mem_rival', ?, 'portal', NOW(6), NOW(6) FROM tenant WHERE slug = 'platform'")) {
            insert.setString(1, key(ROWS - 1));
            insert.executeUpdate();
        }
    }

    private boolean allButTheLastRowAreWritten() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
                                + " AND trx_rows_modified >= ?")
                        .param(ROWS - 1)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void assertThePlanSaysSo(ForkedPortal portal, String plan) throws Exception {
        var shown = automation(portal).get("/api/imports/" + plan);
        assertThat(shown.path("status").asString("")).isEqualTo("failed");
        assertThat(shown.path("failure").asString("")).contains("Nothing of it was applied");
        assertThat(shown.path("receiptId").asString("")).isEqualTo(commitReceipts("failed"));
    }

    private void assertTheFailureIsReceipted(ForkedPortal portal) throws Exception {
        patiently().until(() -> !commitReceipts("failed").isEmpty());
        assertThat(commitReceipts("allowed")).isEmpty();
        assertThat(automation(portal)
                        .get("/api/receipts/" + commitReceipts("failed"))
                        .isEmpty())
                .isFalse();
        assertThat(jdbc.sql(
                                "SELECT p.action FROM receipt r JOIN receipt p ON p.tenant_id = r.tenant_id AND p.receipt_id = r.parent_id"
                                        + " WHERE r.receipt_id = ?")
                        .param(commitReceipts("failed"))
                        .query(String.class)
                        .single())
                .as("what the commit's receipt follows")
                .isEqualTo("imports.plan");
    }

    private void assertTheSameFileCanBeImported(ForkedPortal portal) throws Exception {
        var planned = automation(portal).dryRun(people()).path("id").asString("");
        var done = automation(portal).settled(automation(portal).commit(planned));
        assertThat(done.path("status").asString("")).isEqualTo("committed");
        assertThat(imported()).isEqualTo(ROWS);
        assertThat(done.path("receiptId").asString("")).isEqualTo(commitReceipts("allowed"));
    }

    /** Ids of the receipts of commits that ended like that, joined by a comma. */
    private String commitReceipts(String outcome) {
        return String.join(
                ",",
                jdbc.sql("SELECT receipt_id FROM receipt WHERE action = 'imports.commit' AND outcome = ?")
                        .param(outcome)
                        .query(String.class)
                        .list());
    }

    private int imported() {
        return jdbc.sql("SELECT COUNT(*) FROM member WHERE user_name LIKE 'cut.%'")
                .query(Integer.class)
                .single();
    }

    private String status(String plan) {
        return jdbc.sql("SELECT status FROM import_plan WHERE import_id = ?")
                .param(plan)
                .query(String.class)
                .single();
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private ImportsClient automation(ForkedPortal portal) {
        return new ImportsClient(client, portal, issuer.accessToken("automation"));
    }

    private void register() {
        jdbc.sql(
                        "INSERT INTO service_client (tenant_id, registration, issuer, client_id, roles, jwks_uri)"
                                + " SELECT tenant_id, 'automation', ?, 'automation', 'partner-admin', ? FROM tenant WHERE slug = 'platform'")
                .params(issuer.url(), issuer.jwks())
                .update();
    }

    private static String people() {
        return IntStream.range(0, ROWS)
                .mapToObj(KilledInCommitIT::key)
                .collect(Collectors.joining("\n", "user_name\n", "\n"));
    }

    private static String key(int number) {
        return "cut.%05d".formatted(number);
    }
}
