package io.switchboard.insight.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.insight.isolation.PortalClient.Answer;
import io.switchboard.insight.isolation.Probe.Verdict;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.LogId;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import io.switchboard.platform.tenancy.Plan;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A portal that keeps its tenants apart, and the same with one door planted that does not. */
class ProbingTest {

    private static final String OF_A = "imp_aaaaaaaaaaaaaaaa";
    private static final String OF_B = "imp_bbbbbbbbbbbbbbbb";
    private static final List<Door> SOUND = List.of(
            new Door("GET", "/:tenant/imports/:import"),
            new Door("GET", "/api/imports"),
            new Door("GET", "/api/imports/{id}"),
            new Door("GET", "/api/board/{id}"),
            new Door("DELETE", "/api/imports/{id}"),
            new Door("GET", "/share/{tenant}/{token}"));

    private final Canary a = canary("canary-a", OF_A);
    private final Canary b = canary("canary-b", OF_B);

    @Test
    void refusesEverythingWhereTenantsAreKeptApart() {
        var matrix = matrix(SOUND, this::sound);
        assertThat(matrix.probes()).hasSize(6).allMatch(probe -> probe.verdict() == Verdict.REFUSED);
        assertThat(matrix.probes().stream().map(Probe::door)).doesNotContain("/share/{tenant}/{token}");
    }

    @Test
    void findsADoorThatAnswersForAThingOfTheOther() {
        var matrix = matrix(
                with("GET", "/api/imports/{id}/rows"),
                (canary, method, address) ->
                        address.endsWith("/rows") ? new Answer(200, "rows") : sound(canary, method, address));
        assertThat(leaks(matrix)).containsExactly("GET /api/imports/{id}/rows");
    }

    @Test
    void findsAWriteThatIsDoneForTheOther() {
        var matrix = matrix(
                with("POST", "/api/imports/{id}/discard"),
                (canary, method, address) ->
                        method.equals("POST") ? new Answer(204, "") : sound(canary, method, address));
        assertThat(leaks(matrix)).containsExactly("POST /api/imports/{id}/discard");
    }

    @Test
    void findsAWriteThatIsDoneThoughItWasRefused() {
        var gone = new boolean[1];
        var matrix = matrix(SOUND, (canary, method, address) -> {
            if (method.equals("DELETE")) {
                gone[0] = true;
                return new Answer(404, "");
            }
            return gone[0] && address.startsWith("/api/imports/")
                    ? new Answer(404, "")
                    : sound(canary, method, address);
        });
        assertThat(leaks(matrix)).containsExactly("GET /api/imports/{id}");
    }

    @Test
    void findsAListWithAThingOfTheOther() {
        var matrix = matrix(
                SOUND,
                (canary, method, address) -> address.equals("/api/imports")
                        ? new Answer(200, OF_A + " " + OF_B)
                        : sound(canary, method, address));
        assertThat(leaks(matrix)).containsExactly("GET /api/imports");
    }

    @Test
    void findsAPageOfTheOtherThatOpensForAService() {
        var matrix = matrix(
                SOUND,
                (canary, method, address) ->
                        address.startsWith("/canary-b/") ? new Answer(200, "page") : sound(canary, method, address));
        assertThat(leaks(matrix)).containsExactly("GET /:tenant/imports/:import");
    }

    @Test
    void doesNotCountAnAddressThatNamesWhatNoCanaryHas() {
        var doors = Stream.concat(with("GET", "/api/moons/{id}").stream(), with("GET", "/:tenant/moons/:moon").stream())
                .distinct()
                .toList();
        var matrix = matrix(doors, this::sound);
        assertThat(uncovered(matrix)).containsExactlyInAnyOrder("GET /api/moons/{id}", "GET /:tenant/moons/:moon");
        assertThat(leaks(matrix)).isEmpty();
    }

    @Test
    void doesNotCountWhatIsNotThereForItsOwnerEither() {
        var seen = new Probing(
                        () -> SOUND,
                        (canary, method, address) -> address.startsWith("/api/imports/")
                                ? new Answer(404, "")
                                : sound(canary, method, address))
                .probe(a, b);
        assertThat(uncovered(new Matrix(seen.probes()))).containsExactly("GET /api/imports/{id}");
        assertThat(seen.missing()).containsExactly("import");
    }

    @Test
    void takesNoFaultForARefusal() {
        var matrix = matrix(
                with("POST", "/api/imports/{id}/commit"),
                (canary, method, address) ->
                        method.equals("POST") ? new Answer(500, "") : sound(canary, method, address));
        assertThat(uncovered(matrix)).containsExactly("POST /api/imports/{id}/commit");
    }

    @Test
    void readsAMatrixAsItWasWritten() {
        var matrix = matrix(SOUND, this::sound);
        assertThat(Matrix.read(matrix.text())).isEqualTo(matrix);
        assertThat(Matrix.read(matrix.text()).digest()).isEqualTo(matrix.digest());
    }

    private Answer sound(Tenant canary, String method, String address) {
        var own = canary.equals(a.tenant()) ? OF_A : OF_B;
        if (address.equals("/api/imports")) {
            return new Answer(200, own);
        }
        if (address.startsWith("/api/")) {
            return new Answer(address.contains(own) ? 200 : 404, "");
        }
        return new Answer(302, "");
    }

    private Matrix matrix(List<Door> doors, PortalClient portal) {
        return new Matrix(new Probing(() -> doors, portal).probe(a, b).probes());
    }

    private static List<Door> with(String method, String path) {
        return Stream.concat(SOUND.stream(), Stream.of(new Door(method, path))).toList();
    }

    private static List<String> leaks(Matrix matrix) {
        return named(matrix, Verdict.LEAK);
    }

    private static List<String> uncovered(Matrix matrix) {
        return named(matrix, Verdict.NOT_COVERED);
    }

    private static List<String> named(Matrix matrix, Verdict verdict) {
        return matrix.probes().stream()
                .filter(probe -> probe.verdict() == verdict)
                .map(probe -> probe.method() + " " + probe.door())
                .distinct()
                .toList();
    }

    private static Canary canary(String slug, String thing) {
        var id = TenantId.random();
        var tenant = new Tenant(
                id,
                new Slug(slug),
                Plan.ENTERPRISE,
                LogId.random(),
                new TenantSettings(slug, "#3a3f58", Optional.empty(), 365),
                0,
                Instant.EPOCH);
        var caller = new Caller(id, Actor.service(slug), Set.of());
        return new Canary(tenant, caller, caller, Map.of("import", thing));
    }
}
