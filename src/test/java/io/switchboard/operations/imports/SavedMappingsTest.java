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
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Mappings that a tenant keeps for files that come again. */
class SavedMappingsTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final Caller grace = admin();
    private final TestEnforcement enforcement = new TestEnforcement(new JdbcTransactionManager(database));
    private final TestImports module = new TestImports(
            database,
            new JdbcTransactionManager(database),
            enforcement,
            event -> {},
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC),
            100);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @Test
    void suggestsTheOneThatSaysMostAmongThoseWhoseColumnsAreAllInTheHeader() {
        saved("Small", Map.of("user_name", "Konto"));
        saved("Workday", Map.of("user_name", "Konto", "department", "Abt"));
        saved("Other system", Map.of("user_name", "Konto", "department", "Cost centre"));
        var id = accepted("Konto,Abt\nmaria,Risk\n");
        var offers = module.drafts().offers(grace, id);
        assertThat(offers)
                .extracting(offer -> offer.saved().name())
                .containsExactly("Workday", "Small", "Other system");
        assertThat(offers).extracting(SavedMapping.Offer::fits).containsExactly(true, true, false);
        assertThat(offers.getLast().missing()).containsExactly("Cost centre");
    }

    @Test
    void takesASavedMappingForAFileItWasNotMadeOf() {
        var workday = saved("Workday", Map.of("user_name", "Konto", "department", "Abt"));
        var id = accepted("Konto,Abt\nmaria,Risk\n");
        assertThat(plan(id).mapping()).isEmpty();
        assertThat(module.drafts().use(grace, id, workday.id())).isEmpty();
        assertThat(plan(id).mapping()).isEqualTo(workday.mapping());
        assertThat(plan(id).ignored()).isEmpty();
    }

    @Test
    void keepsTheDraftWhereTheSavedMappingNamesAColumnTheFileDoesNotHave() {
        var workday = saved("Workday", Map.of("user_name", "Konto"));
        var id = accepted("Login\nmaria\n");
        assertThat(module.drafts().use(grace, id, workday.id()).orElseThrow()).contains("0 columns called “Konto”");
        assertThat(plan(id).mapping()).isEqualTo(Map.of("user_name", "Login"));
    }

    @Test
    void replacesWhatANameMeantAndKeepsItsId() {
        var first = saved("Workday", Map.of("user_name", "Login"));
        var second = saved("Workday", Map.of("user_name", "Account"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(module.mappings().all(grace, Optional.of("identities")))
                .singleElement()
                .extracting(SavedMapping::mapping)
                .isEqualTo(Map.of("user_name", "Account"));
    }

    @Test
    void savesADraftAsItStands() {
        var id = accepted("Login,Dept\nmaria,Risk\n");
        assertThat(module.mappings().save(grace, id, "From the wizard")).get().isInstanceOf(Enforced.Done.class);
        assertThat(module.mappings()
                        .find(grace, "identities", "From the wizard")
                        .orElseThrow()
                        .mapping())
                .isEqualTo(Map.of("user_name", "Login", "department", "Dept"));
    }

    @Test
    void refusesNamesAndFieldsThatCannotBe() {
        assertThat(failure("{x", Map.of("user_name", "Login"))).isEqualTo("bad-name");
        assertThat(failure("two\nlines", Map.of("user_name", "Login"))).isEqualTo("bad-name");
        assertThat(failure("x".repeat(81), Map.of("user_name", "Login"))).isEqualTo("bad-name");
        assertThat(failure("Salaries", Map.of("user_name", "Login", "salary", "Pay")))
                .isEqualTo("bad-mapping");
        assertThat(failure("No key", Map.of("department", "Dept"))).isEqualTo("missing-column");
        assertThat(module.mappings().all(grace, Optional.empty())).isEmpty();
    }

    @Test
    void neverFindsAnotherTenantsMapping() {
        var workday = saved("Workday", Map.of("user_name", "Login"));
        var other = admin();
        assertThat(module.mappings().find(other, workday.id())).isEmpty();
        assertThat(module.mappings().find(other, "identities", "Workday")).isEmpty();
        assertThat(module.mappings().delete(other, workday.id())).isEmpty();
        assertThat(module.mappings().all(other, Optional.empty())).isEmpty();
        assertThat(module.mappings().find(grace, workday.id())).isPresent();
    }

    @Test
    void deletesOnlyWherePolicyAllows() {
        var workday = saved("Workday", Map.of("user_name", "Login"));
        enforcement.policy = action -> !action.request().action().value().equals("imports.delete-mapping");
        assertThat(module.mappings().delete(grace, workday.id())).get().isInstanceOf(Enforced.Refused.class);
        assertThat(module.mappings().find(grace, workday.id())).isPresent();
        enforcement.policy = action -> true;
        assertThat(module.mappings().delete(grace, workday.id())).get().isInstanceOf(Enforced.Done.class);
        assertThat(module.mappings().find(grace, workday.id())).isEmpty();
    }

    private static Caller admin() {
        return new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    }

    private SavedMapping saved(String name, Map<String, String> mapping) {
        return ((Enforced.Done<SavedMapping>) module.mappings().save(grace, "identities", name, mapping)).value();
    }

    private String failure(String name, Map<String, String> mapping) {
        return ((Enforced.Failed<SavedMapping>) module.mappings().save(grace, "identities", name, mapping))
                .failure()
                .code();
    }

    private ImportId accepted(String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        return ((Upload.Accepted) module.service().upload(grace, "identities", "people.csv", content))
                .plan()
                .id();
    }

    private ImportPlan plan(ImportId id) {
        return module.service().find(grace, id).orElseThrow();
    }
}
