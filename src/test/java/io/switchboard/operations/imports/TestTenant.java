package io.switchboard.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.control.enforcement.ChangeFailure;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.TenantId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A tenant without members, and what its partner-admin does with files of people. */
final class TestTenant {

    final Caller grace = new Caller(TenantId.random(), Actor.user(MemberId.random()), Set.of(Role.PARTNER_ADMIN));
    final JdbcClient jdbc;
    final TestImports module;
    final TestEnforcement enforcement;
    final ImportService imports;

    TestTenant(DataSource database, Clock clock) {
        this(database, clock, event -> {});
    }

    TestTenant(DataSource database, Clock clock, ApplicationEventPublisher events) {
        var transactions = new JdbcTransactionManager(database);
        this.enforcement = new TestEnforcement(transactions);
        this.jdbc = JdbcClient.create(database);
        this.module = new TestImports(database, transactions, enforcement, events, clock, 200_000);
        this.imports = module.service();
    }

    ImportPlan uploaded(String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        return accepted(imports.upload(grace, "identities", "people.csv", content));
    }

    ImportPlan planned(String file) {
        return planned(uploaded(file));
    }

    ImportPlan planned(String file, ConflictMode mode) {
        var draft = uploaded(file);
        assertThat(module.drafts().choose(grace, draft.id(), mode)).isEmpty();
        return planned(draft);
    }

    ImportPlan planned(ImportPlan draft) {
        return done(imports.plan(grace, draft.id(), Map.of()).orElseThrow());
    }

    /** With every row that raises privileges. */
    ImportPlan committed(ImportPlan plan) {
        var held = rows(plan, ChangeKind.HELD).stream().map(PlannedChange::key).collect(Collectors.toSet());
        return done(imports.commit(grace, plan.id(), held).orElseThrow());
    }

    ImportPlan imported(String file) {
        return committed(planned(file));
    }

    ImportPlan revert(ImportPlan committed) {
        return planned(accepted(imports.revert(grace, committed.id()).orElseThrow()));
    }

    List<PlannedChange> rows(ImportPlan plan, ChangeKind kind) {
        return module.diff()
                .page(grace, plan.id(), kind, "", 0, 500)
                .orElseThrow()
                .items();
    }

    /** Everything that is known of the members but ids, versions and times. */
    List<Map<String, @Nullable Object>> members() {
        return jdbc.sql("""
                        SELECT user_name, given_name, family_name, email, roles, department, active, managed_by FROM member
                        WHERE tenant_id = ? ORDER BY user_name""").param(grace.tenant().value()).query().listOfRows();
    }

    void update(String set, String name) {
        jdbc.sql("UPDATE member SET version = version + 1, " + set + " WHERE tenant_id = ? AND user_name = ?")
                .params(grace.tenant().value(), name)
                .update();
    }

    static ImportPlan accepted(Upload upload) {
        assertThat(upload).isInstanceOf(Upload.Accepted.class);
        return ((Upload.Accepted) upload).plan();
    }

    static ImportPlan done(Enforced<ImportPlan> ended) {
        assertThat(ended).isInstanceOf(Enforced.Done.class);
        return ((Enforced.Done<ImportPlan>) ended).value();
    }

    static ChangeFailure failure(Enforced<ImportPlan> ended) {
        assertThat(ended).isInstanceOf(Enforced.Failed.class);
        return ((Enforced.Failed<ImportPlan>) ended).failure();
    }
}
