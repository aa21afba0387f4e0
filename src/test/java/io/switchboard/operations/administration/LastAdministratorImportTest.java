package io.switchboard.operations.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Role;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.Upload;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.Standings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal as it runs: an import of people and whoever administers the tenant. */
class LastAdministratorImportTest extends SignedInViewTest {

    @Test
    void leavesNoTenantWithoutAPartnerAdmin() {
        var member = signedIn("acme", "ada");
        var ada = bean(CurrentMember.class).callerIn(member.tenant()).orElseThrow();
        var file = "user_name,roles\n"
                + administrators(ada).stream()
                        .map(name -> name + ",evaluator\n")
                        .collect(Collectors.joining());
        var ended = bean(ImportService.class)
                .commit(ada, planned(ada, file).id(), Set.of())
                .orElseThrow();
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Enforced.Failed.class,
                        failed -> assertThat(failed.failure()).hasMessageContaining("last active partner-admin"));
        assertThat(bean(Standings.class).holders(ada.tenant(), Role.PARTNER_ADMIN))
                .isPositive();
    }

    private Set<String> administrators(Caller caller) {
        return Set.copyOf(bean(JdbcClient.class)
                .sql("SELECT user_name FROM member WHERE tenant_id = ? AND FIND_IN_SET('partner-admin', roles)")
                .param(caller.tenant().value())
                .query(String.class)
                .list());
    }

    private ImportPlan planned(Caller caller, String file) {
        var content = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        var imports = bean(ImportService.class);
        var uploaded = (Upload.Accepted) imports.upload(caller, "identities", "people.csv", content);
        return ((Enforced.Done<ImportPlan>)
                        imports.plan(caller, uploaded.plan().id(), Map.of()).orElseThrow())
                .value();
    }
}
