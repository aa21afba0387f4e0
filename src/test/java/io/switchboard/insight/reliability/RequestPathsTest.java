package io.switchboard.insight.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/themes/base/base.css",
                "/webjars/apexcharts/3.30.0/dist/apexcharts.min.js",
                "/VAADIN/build/index.js",
                "/log/log_aaaa/tile/0/000",
                "/favicon.ico"
            })
    void whatIsTheSameForEverybodyDoesNotCount(String path) {
        assertThat(RequestPaths.counts(path, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acme/incidents",
                "/",
                "/welcome",
                "/api/reliability",
                "/scim/v2/Users",
                "/share/acme/abc",
                "/VAADIN/dynamic/resource/0/ab/file.pdf",
                "/login/oauth2/code/acme"
            })
    void pagesTheApiAndSigningInCount(String path) {
        assertThat(RequestPaths.counts(path, null)).isTrue();
    }

    @Test
    void whatABrowserSendsToStayInTouchDoesNotCountAndAClickDoes() {
        assertThat(RequestPaths.counts("/", "heartbeat")).isFalse();
        assertThat(RequestPaths.counts("/", "push")).isFalse();
        assertThat(RequestPaths.counts("/", "uidl")).isTrue();
        assertThat(RequestPaths.counts("/", "init")).isTrue();
    }

    @Test
    void anAddressNamesItsTenant() {
        assertThat(owner("/acme/incidents")).isEqualTo(named("acme"));
        assertThat(owner("/acme")).isEqualTo(named("acme"));
        assertThat(owner("/share/globex/token")).isEqualTo(named("globex"));
        assertThat(owner("/trust/globex")).isEqualTo(named("globex"));
        assertThat(owner("/oauth2/authorization/acme")).isEqualTo(named("acme"));
        assertThat(owner("/login/oauth2/code/acme")).isEqualTo(named("acme"));
    }

    @Test
    void whatNamesNoneIsNobodys() {
        for (var path : new String[] {"/", "/api/receipts", "/scim/v2/Users", "/welcome", "/A%20B", "//acme"}) {
            assertThat(owner(path)).as(path).isEqualTo(new RequestOwner.Nobody());
        }
    }

    @Test
    void whatAPageAsksForIsOfTheTenantOfThePage() {
        assertThat(RequestPaths.owner("/", "uidl", "https://portal.example/acme/runs?x=1"))
                .isEqualTo(named("acme"));
        assertThat(RequestPaths.owner("/VAADIN/dynamic/x", null, "https://portal.example/acme"))
                .isEqualTo(named("acme"));
        assertThat(RequestPaths.owner("/", "uidl", null)).isEqualTo(new RequestOwner.Nobody());
        assertThat(RequestPaths.owner("/", "uidl", "not an address")).isEqualTo(new RequestOwner.Nobody());
        assertThat(RequestPaths.owner("/globex/runs", null, "https://portal.example/acme"))
                .isEqualTo(named("globex"));
    }

    @Test
    void theTimeOfUploadsAndFilesSaysNothing() {
        assertThat(RequestPaths.isTimed("/api/imports", "multipart/form-data; boundary=x"))
                .isFalse();
        assertThat(RequestPaths.isTimed("/VAADIN/dynamic/resource/0/ab/file.pdf", null))
                .isFalse();
        assertThat(RequestPaths.isTimed("/api/imports", "application/json")).isTrue();
        assertThat(RequestPaths.isTimed("/acme", null)).isTrue();
    }

    private static RequestOwner owner(String path) {
        return RequestPaths.owner(path, null, null);
    }

    private static RequestOwner named(String slug) {
        return new RequestOwner.Named(new Slug(slug));
    }
}
