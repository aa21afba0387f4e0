package io.switchboard.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/** Whatever of another tenant an address names is not found. Each address comes from the portal's registries, and each thing it names has to exist. */
class OtherTenantIsNotFoundJourney extends Journey {

    /** Paths with variables that name nothing of a tenant: doors that are open to anybody, and what SCIM has for all. */
    private static final List<String> DOORS = List.of(
            "/{tenant}/recover",
            "/share/{tenant}/{token}",
            "/trust/{tenant}",
            "/trust/{tenant}/accent.css",
            "/trust/{tenant}/{token}",
            "/trust/{tenant}/{token}/terms",
            "/trust/{tenant}/{token}/documents/{document}",
            "/log/{log}/**",
            "/scim/v2/Schemas/{id}",
            "/scim/v2/ResourceTypes/{id}",
            "/api/board/{id}",
            "/api/flags/{key}",
            "/api/policy/versions/{number}",
            "/api/policy/versions/{number}/simulations",
            "/api/policy/versions/{number}/statement",
            "/api/policy/simulations/{id}",
            "/api/drills/{id}.dsse.json",
            "/api/roadmap/items/{id}",
            "/api/roadmap/locks/{release}.pdf",
            "/api/roadmap/locks/{release}.dsse.json",
            "/api/flags/{key}/ramp",
            "/api/flags/{key}/ramp/pause",
            "/api/flags/{key}/ramp/resume",
            "/api/flags/{key}/ramp/jump",
            "/api/flags/{key}/ramp/roll-back");

    private TenantThings acme = new TenantThings(Map.of());
    private TenantThings initech = acme;

    @BeforeEach
    void makeThings() {
        acme = TenantThings.of(portal(), "acme", "ada");
        initech = TenantThings.of(portal(), "initech", "ian");
    }

    /** By its answer alone, which is the same for whoever looks: a browser would only be slower. */
    private int status(String path) {
        return page().request().get(at(path)).status();
    }

    @Test
    void noViewOfATenantOpensForAMemberOfAnother() {
        signIn(page(), "initech", "ian");
        for (var view : Addresses.tenantViews(portal())) {
            assertThat(status(initech.fill(in("initech", view))))
                    .as("ian's own " + view)
                    .isEqualTo(200);
            assertThat(status(acme.fill(in("acme", view)))).as("acme's " + view).isEqualTo(404);
        }
        openMissing(page(), "/acme/receipts");
        assertThat(page().getByText("There is nothing at this address")).isVisible();
        assertThat(page().locator("body")).not().containsText("Acme");
    }

    @Test
    void noViewOfOnesOwnTenantShowsAThingOfAnother() {
        signIn(page(), "initech", "ian");
        for (var view : Addresses.tenantViews(portal())) {
            if (view.lastIndexOf(':') > 0) {
                open(page(), initech.fill(in("initech", view)));
                assertThat(page().getByText("There is nothing at this address")).hasCount(0);
                open(page(), acme.fill(in("initech", view)));
                assertThat(page().getByText("There is nothing at this address")).isVisible();
            }
        }
    }

    @Test
    void noTenantHasAViewOfThePlatform() {
        signIn(page(), "initech", "ian");
        assertThat(Addresses.platformViews(portal())).contains(":tenant/board", ":tenant/flags");
        for (var view : Addresses.platformViews(portal())) {
            open(
                    page(),
                    in("/initech", view)
                            .replaceFirst(":issue", "iss_aaaaaaaaaaaaaaaa")
                            .replaceFirst(":flag", "new-diff")
                            .replaceFirst(":version", "1")
                            .replaceFirst(":pilot", "acme")
                            .replaceFirst(":item", "rmi_aaaaaaaaaaaaaaaa"));
            assertThat(page().getByText("There is nothing at this address")).isVisible();
        }
    }

    @Test
    void noAddressOfTheApiAnswersForAThingOfAnother() {
        var token = portal().accessToken();
        // What is deleted is asked for last: one's own is gone after that.
        var mappings = Addresses.withVariables(portal()).stream()
                .sorted(Comparator.comparing(mapping -> mapping.method() == RequestMethod.DELETE))
                .toList();
        assertThat(mappings).isNotEmpty();
        for (var mapping : mappings) {
            if (!DOORS.contains(mapping.path())) {
                assertThat(mapping.path()).matches("/(api|scim/v2)/.*");
                assertThat(call(mapping, initech, token).status())
                        .as(mapping + " of another tenant")
                        .isEqualTo(404);
                assertThat(call(mapping, acme, token).status())
                        .as(mapping + " of one's own")
                        .isNotEqualTo(404);
            }
        }
    }

    @Test
    void noTenantHasTheBoardTheFlagsThePoliciesOrTheRoadmapOfThePlatform() {
        for (var path : List.of(
                "/api/board",
                "/api/board/iss_aaaaaaaaaaaaaaaa",
                "/api/flags",
                "/api/flags/new-diff",
                "/api/policy/versions",
                "/api/policy/versions/1",
                "/api/policy/simulations/sim_aaaaaaaaaaaaaaaa",
                "/api/flags/new-diff/ramp",
                "/api/success/tenants",
                "/api/drills",
                "/api/drills/drl_aaaaaaaaaaaaaaaa.dsse.json",
                "/api/roadmap",
                "/api/roadmap/items/rmi_aaaaaaaaaaaaaaaa",
                "/api/roadmap/locks/v1.1.pdf",
                "/api/roadmap/locks/v1.1.dsse.json")) {
            var answer = page().request().get(at(path), bearer(portal().accessToken()));
            assertThat(answer.status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void noImportOfAnotherIsCommitted() {
        var form = FormData.create()
                .set("mode", "commit")
                .set("plan", Objects.requireNonNull(initech.ids().get("import")));
        var answer = page().request()
                .post(at("/api/imports"), bearer(portal().accessToken()).setMultipart(form));
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void noDownloadMadeForOneSessionOpensInAnother() {
        var ada = page();
        signIn(ada, "acme", "ada");
        open(ada, "/acme/trust");
        ada.waitForDownload(() -> ada.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Evidence bundle"))
                .click());
        var address = Objects.requireNonNull(ada.getByText("Save evidence.zip").getAttribute("href"));
        assertThat(ada.request().get(at("/" + address)).status()).isEqualTo(200);
        var ian = newPerson();
        signIn(ian, "initech", "ian");
        assertThat(ian.request().get(at("/" + address)).status()).isNotEqualTo(200);
    }

    private static String in(String tenant, String view) {
        return view.replaceFirst(":tenant", tenant);
    }

    private APIResponse call(Addresses.Mapping mapping, TenantThings things, String token) {
        return page().request()
                .fetch(
                        at(things.fill(mapping.path())),
                        bearer(token).setMethod(mapping.method().name()));
    }

    private static RequestOptions bearer(String token) {
        return RequestOptions.create()
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("If-Match", "\"a version that never was\"") // so that nothing of one's own is removed
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
    }
}
