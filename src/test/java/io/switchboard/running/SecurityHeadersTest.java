package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of the answers that really leave the portal, by each of its doors. */
class SecurityHeadersTest extends RunningPortal {

    private static final String PAGE = "/welcome";
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]{24})'");

    @ParameterizedTest
    @ValueSource(
            strings = {PAGE, "/nobody-is-called-so", "/api/receipts", "/actuator/health/liveness", "/actuator/env"})
    void everyDoorForbidsFramesPluginsSniffingAndForeignForms(String path) {
        var answer = get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("object-src 'none'")
                .contains("base-uri 'self'")
                .contains("form-action 'self'");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/api/receipts", "/actuator/health/liveness"})
    void pagesAndAnswersAreKeptByNobody(String path) {
        assertThat(header(get(path), "Cache-Control")).contains("no-store");
    }

    @Test
    void asksForTlsOnlyWhereItCameByTls() {
        assertThat(header(get(PAGE), "Strict-Transport-Security")).isEmpty();
        assertThat(header(get(PAGE, "X-Forwarded-Proto", "https"), "Strict-Transport-Security"))
                .isEqualTo("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void aPageRunsInlineScriptsOnlyWithItsOwnNonce() {
        var page = get(PAGE);
        var nonce = NONCE.matcher(header(page, "Content-Security-Policy"));
        assertThat(nonce.find()).isTrue();
        assertThat(scripts(page)).isNotEmpty().allMatch(script -> script.contains("nonce=\"" + nonce.group(1) + "\""));
        assertThat(scriptSources(page)).doesNotContain("'unsafe-inline'").doesNotContain("http");
    }

    @Test
    void noTwoPagesShareANonce() {
        assertThat(scriptSources(get(PAGE))).isNotEqualTo(scriptSources(get(PAGE)));
    }

    @Test
    void whatIsNoPageMayRunNothing() {
        assertThat(header(get("/api/receipts"), "Content-Security-Policy")).doesNotContain("script-src", "unsafe");
    }

    private static List<String> scripts(HttpResponse<String> page) {
        return Pattern.compile("<script[^>]*>")
                .matcher(page.body())
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String scriptSources(HttpResponse<String> page) {
        return header(page, "Content-Security-Policy").replaceFirst("(?s).*script-src ([^;]*);.*", "$1");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
