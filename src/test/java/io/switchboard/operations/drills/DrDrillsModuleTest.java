package io.switchboard.operations.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.embedded.TestDatabase;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.Slug;
import io.switchboard.platform.identity.Members;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On the portal's own database, restored beside it: whatever other tests made is in the backup. */
class DrDrillsModuleTest extends SignedInViewTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void restoresTheWholeDatabaseMeasuresItAndSignsWhatItFound() {
        var root = caller();
        var drill = done(drills(true, _ -> {}).run(root));
        assertThat(drill.state()).isEqualTo(Drill.State.PASSED);
        assertThat(drill.figures().tables()).isEqualTo(tables());
        assertThat(drill.figures().rows()).isGreaterThan(100);
        assertThat(drill.figures().logs()).isPositive();
        assertThat(drill.figures().entries()).isPositive();
        assertThat(drill.figures().rto().orElseThrow()).isPositive().isLessThan(Duration.ofMinutes(5));
        assertThat(drill.figures().rpo()).isPresent();
        assertThat(drill.figures().lost()).isPresent();

        var kept = bean(DrillDesk.class).drills(root).stream()
                .filter(it -> it.id().equals(drill.id()))
                .findFirst()
                .orElseThrow();
        assertThat(kept.figures().tables()).isEqualTo(drill.figures().tables());
        var envelope = bean(DrillDesk.class).statement(root, drill.id()).orElseThrow();
        assertThat(receipt(kept.receipt().orElseThrow()))
                .contains(Sha256.of(envelope).hex(), "rtoMillis", "outcome=allowed");
        var statement = payload(envelope);
        assertThat(statement.path("outcome").asString()).isEqualTo("passed");
        assertThat(statement.path("tables").size()).isEqualTo(tables());
        assertThat(statement.path("rtoMillis").asLong())
                .isEqualTo(drill.figures().rto().orElseThrow().toMillis());
        assertThat(schemas()).doesNotContain(drill.id().schema());
    }

    @Test
    void failsWhereARowOfTheCopyWasChanged() {
        var failed = failed(drills(true, copy -> {
                    try (var statement = copy.createStatement()) {
                        statement.executeUpdate("UPDATE tenant SET name = CONCAT(name, ' ') LIMIT 1");
                    }
                })
                .run(caller()));
        assertThat(failed.failure().code()).isEqualTo("values-differ");
        assertThat(failed.failure().explanation()).contains("The table tenant has other values");
        var kept = latest();
        assertThat(kept.state()).isEqualTo(Drill.State.FAILED);
        assertThat(kept.failure()).contains("values-differ");
        assertThat(kept.receipt()).contains(failed.receipt().id());
        assertThat(kept.figures().rto()).isEmpty();
        assertThat(receipt(failed.receipt().id())).contains("values-differ", "outcome=failed");
        assertThat(payload(bean(DrillDesk.class).statement(caller(), kept.id()).orElseThrow())
                        .path("outcome")
                        .asString())
                .isEqualTo("failed");
        assertThat(schemas()).doesNotContain(kept.id().schema());
    }

    @Test
    void failsWhereARowOfTheCopyIsGoneAndNamesItsTable() {
        var failed = failed(drills(true, copy -> {
                    try (var statement = copy.createStatement()) {
                        statement.executeUpdate("DELETE FROM log_checkpoint LIMIT 1");
                    }
                })
                .run(caller()));
        assertThat(failed.failure().code()).isEqualTo("rows-differ");
        assertThat(failed.failure().explanation()).contains("log_checkpoint");
    }

    @Test
    void refusesAServerThatHoldsTheLiveDatabase() {
        var failed = failed(drills(false, _ -> {}).run(caller()));
        assertThat(failed.failure().code()).isEqualTo("same-server");
        assertThat(schemas()).doesNotContain(latest().id().schema());
    }

    @Test
    void withoutADrillServerNothingIsDoneAndTheReceiptSaysSo() {
        var failed = failed(drills(new MockEnvironment(), _ -> {}).run(caller()));
        assertThat(failed.failure().code()).isEqualTo("no-drill-server");
        assertThat(failed.failure().explanation()).contains("SWITCHBOARD_DRILL_URL");
    }

    @Test
    void anInterruptedDrillIsRecordedAsFailedAndWhatItLeftIsDropped() {
        var root = caller();
        var killed = DrillId.random();
        var longAgo = bean(Clock.class).instant().minus(Duration.ofHours(1));
        bean(DrillRows.class)
                .begin(
                        root.tenant(),
                        new Drill(
                                killed,
                                longAgo,
                                root.actor(),
                                Drill.State.RUNNING,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                DrillFigures.NONE,
                                Optional.empty()));
        bean(JdbcClient.class).sql("CREATE DATABASE " + killed.schema()).update();
        done(drills(true, _ -> {}).run(root));
        var kept = bean(DrillDesk.class).drills(root).stream()
                .filter(it -> it.id().equals(killed))
                .findFirst()
                .orElseThrow();
        assertThat(kept.state()).isEqualTo(Drill.State.FAILED);
        assertThat(kept.failure()).contains("interrupted");
        assertThat(receipt(kept.receipt().orElseThrow())).contains("interrupted", killed.value());
        assertThat(schemas()).doesNotContain(killed.schema());
    }

    @Test
    void oneRunsAtATime() {
        var root = caller();
        var other = drills(true, _ -> {});
        done(drills(true, _ -> {
                    var second =
                            CompletableFuture.supplyAsync(() -> other.run(root)).join();
                    assertThat(failed(second).failure().code()).isEqualTo("already-running");
                })
                .run(root));
    }

    @Test
    void whoeverIsNoPlatformAdminIsRefused() {
        var pam = caller("platform", "pam");
        assertThat(drills(true, _ -> {}).run(pam)).isInstanceOf(Enforced.Refused.class);
        assertThat(bean(DrillDesk.class).againstViewing(pam)).isEmpty();
        assertThat(bean(DrillDesk.class).againstViewing(caller("acme", "ada"))).isPresent();
    }

    private DrDrills drills(boolean sameServer, DrillRun.AfterRestore afterRestore) {
        return drills(
                new MockEnvironment()
                        .withProperty(
                                "switchboard.drill.url", TestDatabase.server().url("drills_start"))
                        .withProperty("switchboard.drill.username", "root")
                        .withProperty("switchboard.drill.same-server", String.valueOf(sameServer)),
                afterRestore);
    }

    private DrDrills drills(MockEnvironment environment, DrillRun.AfterRestore afterRestore) {
        return new DrDrills(
                bean(EnforcementPoint.class),
                bean(DrillDesk.class),
                bean(DrillRows.class),
                new DrillSettings(environment),
                bean(DataSource.class),
                bean(Tenants.class),
                bean(KeyRing.class),
                bean(Clock.class),
                afterRestore);
    }

    private Drill latest() {
        return bean(DrillDesk.class).drills(caller()).getFirst();
    }

    private Caller caller() {
        return caller("platform", "root");
    }

    private Caller caller(String tenant, String name) {
        var of = bean(Tenants.class).findBySlug(new Slug(tenant)).orElseThrow();
        var member = bean(Members.class).findByUserName(of.id(), name).orElseThrow();
        return new Caller(of.id(), io.switchboard.kernel.Actor.user(member.id()), member.roles());
    }

    private int tables() {
        return bean(JdbcClient.class)
                .sql(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
                .query(Integer.class)
                .single();
    }

    private java.util.List<String> schemas() {
        return bean(JdbcClient.class)
                .sql("SELECT schema_name FROM information_schema.schemata")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String receipt(ReceiptId id) {
        return bean(ReceiptQuery.class)
                .detail(caller().tenant(), id)
                .orElseThrow()
                .payload()
                .toString();
    }

    private static JsonNode payload(byte[] envelope) {
        var payload = JSON.readTree(envelope).path("payload").asString();
        return JSON.readTree(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static Drill done(Enforced<Drill> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<Drill>) ended).value();
    }

    private static Enforced.Failed<Drill> failed(Enforced<Drill> ended) {
        assertThat(ended).isInstanceOf(Enforced.Failed.class);
        assertThat(ended.receipt().outcome()).isEqualTo(Outcome.FAILED);
        return (Enforced.Failed<Drill>) ended;
    }
}
