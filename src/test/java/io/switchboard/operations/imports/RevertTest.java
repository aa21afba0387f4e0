package io.switchboard.operations.imports;

import static io.switchboard.operations.imports.TestTenant.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RevertTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String MARIA = "user_name,given_name,department\nmaria,Maria,Payments\n";

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private final TestTenant tenant = new TestTenant(database, NOON);

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated("identity", "imports");
    }

    @Test
    void removesWhatTheImportCreatedAndRestoresWhatItChanged() {
        tenant.imported(MARIA);
        var before = tenant.members();
        var committed = tenant.imported("user_name,department\nmaria,Risk\njoe,Legal\n");
        var revert = tenant.revert(committed);
        assertThat(revert.counts()).isEqualTo(new ImportCounts(2, 0, 1, 1, 0, 0, 0, 0));
        assertThat(tenant.rows(revert, ChangeKind.REMOVE))
                .singleElement()
                .isInstanceOfSatisfying(PlannedChange.Remove.class, row -> {
                    assertThat(row.key()).isEqualTo("joe");
                    assertThat(row.before()).containsEntry("department", "Legal");
                });
        var ended = tenant.committed(revert);
        assertThat(ended.counts()).isEqualTo(revert.counts());
        assertThat(ended.reverts()).contains(committed.id());
        assertThat(tenant.members()).isEqualTo(before);
        assertThat(tenant.imports.revertsOf(tenant.grace, committed))
                .extracting(ImportPlan::id)
                .containsExactly(revert.id());
        assertThat(tenant.imports
                        .find(tenant.grace, committed.id())
                        .orElseThrow()
                        .status())
                .isEqualTo(ImportStatus.COMMITTED);
    }

    @Test
    void saysWhatChangedSinceAndLeavesItAsItIs() {
        tenant.imported(MARIA);
        var committed = tenant.imported("user_name,department\nmaria,Risk\n");
        tenant.update("department = 'Audit'", "maria");
        var revert = tenant.revert(committed);
        assertThat(revert.counts().reject()).isEqualTo(1);
        assertThat(((PlannedChange.Reject)
                                tenant.rows(revert, ChangeKind.REJECT).getFirst())
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("E-122");
                    assertThat(problem.field()).isEqualTo("department");
                    assertThat(problem.message()).contains("“Risk”", "“Audit”");
                });
    }

    @Test
    void restoresItsOwnFieldsWhereOthersWereChangedSince() {
        tenant.imported(MARIA);
        var committed = tenant.imported("user_name,department\nmaria,Risk\n");
        tenant.update("email = 'maria@example.com'", "maria");
        tenant.committed(tenant.revert(committed));
        assertThat(tenant.members())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("department", "Payments")
                        .containsEntry("email", "maria@example.com"));
    }

    @Test
    void keepsACreatedRowThatSomebodyAddedToSince() {
        var committed = tenant.imported(MARIA);
        tenant.update("email = 'maria@example.com'", "maria");
        var revert = tenant.revert(committed);
        assertThat(revert.counts().reject()).isEqualTo(1);
        assertThat(((PlannedChange.Reject)
                                tenant.rows(revert, ChangeKind.REJECT).getFirst())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("email"));
    }

    @Test
    void undoesImportsOneAfterTheOtherInReverse() {
        var first = tenant.imported(MARIA);
        var second = tenant.imported("user_name,department,email\nmaria,Risk,m@example.com\n");
        tenant.committed(tenant.revert(second));
        tenant.committed(tenant.revert(first));
        assertThat(tenant.members()).isEmpty();
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        var committed = tenant.imported(MARIA);
        tenant.committed(tenant.revert(committed));
        var again = tenant.revert(committed);
        assertThat(again.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void bringsEverythingBackWhenTheRevertIsReverted() {
        tenant.imported("user_name,given_name,department,active,roles\nmaria,Maria,Payments,no,evaluator\n");
        var committed = tenant.imported("user_name,given_name,department,active\nmaria,Maria,Risk,yes\njoe,Joe,,no\n");
        var after = tenant.members();
        var revert = tenant.committed(tenant.revert(committed));
        tenant.committed(tenant.revert(revert));
        assertThat(tenant.members()).isEqualTo(after);
    }

    @Test
    void holdsBackWhatRaisesPrivilegesAgain() {
        tenant.imported("user_name,roles\nmaria,partner-admin\n");
        var committed = tenant.imported("user_name,roles\nmaria,evaluator\n");
        var revert = tenant.revert(committed);
        assertThat(revert.counts().held()).isEqualTo(1);
        assertThat(revert.counts().changes()).isZero();
    }

    @Test
    void leavesAloneWhatAnImportHeldBack() {
        tenant.imported(MARIA);
        var plan = tenant.planned("user_name,roles\nmaria,partner-admin\njoe,\n");
        var committed = TestTenant.done(
                tenant.imports.commit(tenant.grace, plan.id(), Set.of()).orElseThrow());
        var revert = tenant.revert(committed);
        assertThat(revert.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void leavesWhatScimManagesByNow() {
        var committed = tenant.imported(MARIA);
        tenant.update("managed_by = 'scim'", "maria");
        assertThat(tenant.revert(committed).counts().conflict()).isEqualTo(1);
    }

    @Test
    void keepsAMemberWhoIsInAGroup() {
        var committed = tenant.imported(MARIA);
        var id = tenant.grace.tenant().value();
        tenant.jdbc
                .sql(
                        "INSERT INTO member_group (tenant_id, group_id, display_name, created_at, updated_at) VALUES (?, 'grp_a', 'A', NOW(6), NOW(6))")
                .param(id)
                .update();
        tenant.jdbc
                .sql(
                        "INSERT INTO member_group_member (tenant_id, group_id, member_id) SELECT tenant_id, 'grp_a', member_id FROM member WHERE tenant_id = ?")
                .param(id)
                .update();
        var revert = tenant.revert(committed);
        assertThat(((PlannedChange.Reject)
                                tenant.rows(revert, ChangeKind.REJECT).getFirst())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("E-202"));
    }

    @Test
    void isStaleWhereARowToBeRemovedChangedMeanwhile() {
        var committed = tenant.imported(MARIA);
        var revert = tenant.revert(committed);
        tenant.update("department = 'Audit'", "maria");
        var failure = failure(
                tenant.imports.commit(tenant.grace, revert.id(), Set.of()).orElseThrow());
        assertThat(failure.code()).isEqualTo("stale-plan");
        assertThat(tenant.members()).hasSize(1);
    }

    @Test
    void isStaleWhereARowThatWasGoneIsThereAgain() {
        var committed = tenant.imported("user_name\nmaria\njoe\n");
        tenant.jdbc
                .sql("DELETE FROM member WHERE tenant_id = ? AND user_name = 'joe'")
                .param(tenant.grace.tenant().value())
                .update();
        var revert = tenant.revert(committed);
        tenant.imported("user_name\njoe\n");
        assertThat(failure(tenant.imports
                                .commit(tenant.grace, revert.id(), Set.of())
                                .orElseThrow())
                        .code())
                .isEqualTo("stale-plan");
    }

    @Test
    void refusesWhatWasNotCommittedAndAnotherTenantsImport() {
        var plan = tenant.planned(MARIA);
        assertThat(tenant.imports.revert(tenant.grace, plan.id()))
                .hasValueSatisfying(upload -> assertThat(upload)
                        .isInstanceOfSatisfying(
                                Upload.Unreadable.class,
                                refused -> assertThat(refused.code()).isEqualTo("not-committed")));
        assertThat(tenant.imports.revert(new TestTenant(database, NOON).grace, plan.id()))
                .isEmpty();
    }

    @Test
    void saysThatAnImportWithoutChangesHasNothingToRevert() {
        tenant.imported(MARIA);
        var committed = tenant.imported(MARIA);
        var draft = TestTenant.accepted(
                tenant.imports.revert(tenant.grace, committed.id()).orElseThrow());
        assertThat(failure(tenant.imports
                                .plan(tenant.grace, draft.id(), Map.of())
                                .orElseThrow())
                        .explanation())
                .contains("changed nothing");
    }

    @Test
    void skipsOrStopsAtWhatExistsWhereTheImportSaysSo() {
        tenant.imported(MARIA);
        var file = "user_name,department\nmaria,Risk\njoe,Legal\n";
        var skipping = tenant.planned(file, ConflictMode.SKIP);
        assertThat(skipping.counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 0, 1, 0));
        var stopping = tenant.planned(file, ConflictMode.STOP);
        assertThat(failure(tenant.imports
                                .commit(tenant.grace, stopping.id(), Set.of())
                                .orElseThrow())
                        .code())
                .isEqualTo("conflicts");
        assertThat(tenant.members()).hasSize(1);
        tenant.committed(skipping);
        assertThat(tenant.members()).extracting(row -> row.get("department")).containsExactly("Legal", "Payments");
    }
}
