package io.switchboard.insight.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.browserless.SignedInViewTest;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.EnforcementPoint;
import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.insight.isolation.PortalClient.Answer;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.incidents.IncidentChanges;
import io.switchboard.operations.incidents.IncidentDesk;
import io.switchboard.operations.incidents.IncidentFilter;
import io.switchboard.platform.tenancy.PlatformTenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real canaries, receipts and incidents at doors that are planted. */
class IsolationProbesTest extends SignedInViewTest {

    private static final List<Door> IMPORTS = List.of(new Door("GET", "/api/imports/{id}"));
    private static final List<Door> MOONS = List.of(new Door("GET", "/api/moons/{id}"));

    @Test
    void aLeakIsAFailedReceiptACriticalIncidentAndAFigure() {
        var failed = failed(IMPORTS, (_, _, _) -> new Answer(200, ""));
        assertThat(failed.failure().code()).isEqualTo("leak");
        assertThat(failed.failure().explanation()).contains("GET /api/imports/{id}");
        assertThat(failed.failure().facts()).containsEntry("leaks", 2L).containsEntry("routes", 1L);
        var open = bean(IncidentDesk.class)
                .list(
                        root(),
                        new IncidentFilter(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        5)
                .items();
        assertThat(open).anySatisfy(incident -> assertThat(incident.title()).startsWith("Isolation: a canary"));
        var last =
                bean(IsolationHealth.class).last(Instant.now().plusSeconds(1)).orElseThrow();
        assertThat(last.receipt()).isEqualTo(failed.receipt().id());
        assertThat(last.leaks()).isEqualTo(2);
        assertThat(last.isGreen()).isFalse();
    }

    @Test
    void anAddressThatNamesWhatNoCanaryHasIsNotGreenEither() {
        var failed = failed(MOONS, (_, _, _) -> new Answer(404, ""));
        assertThat(failed.failure().code()).isEqualTo("not-covered");
        assertThat(failed.failure().facts()).containsEntry("leaks", 0L).containsEntry("uncovered", 2L);
    }

    @Test
    void aTenantsAdminIsRefusedWithAReceipt() {
        var ada = signedIn("acme", "ada");
        var caller = new Caller(ada.tenant(), Actor.user(ada.id()), ada.roles());
        assertThat(probes(IMPORTS, (_, _, _) -> new Answer(404, "")).probe(caller))
                .isInstanceOf(Enforced.Refused.class);
    }

    private Enforced.Failed<ProbeRun> failed(List<Door> doors, PortalClient portal) {
        return (Enforced.Failed<ProbeRun>) probes(doors, portal).probe(root());
    }

    private Caller root() {
        var root = signedIn("platform", "root");
        return new Caller(root.tenant(), Actor.user(root.id()), root.roles());
    }

    private IsolationProbes probes(List<Door> doors, PortalClient portal) {
        return new IsolationProbes(
                bean(EnforcementPoint.class),
                bean(PolicyDecisionPoint.class),
                bean(CanaryTenants.class),
                bean(CanaryThings.class),
                new Probing(() -> doors, portal),
                bean(ReceiptQuery.class),
                bean(IncidentChanges.class),
                bean(ProbeRunRows.class),
                bean(PlatformTenant.class),
                bean(Clock.class));
    }
}
