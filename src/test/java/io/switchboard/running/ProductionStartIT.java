package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever runs the portal sees: the environment goes in, lines of JSON or one sentence and an exit code come out. */
class ProductionStartIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestIssuer issuer = new TestIssuer();
    private final String database = TestDatabase.freshUrl();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        issuer.close();
        browser.close();
    }

    @Test
    void startsOnAnEmptyDatabaseAndLetsTheFirstAdminInWithoutTellingAnySecret() throws Exception {
        try (var portal = new ForkedPortal(folder, environment())) {
            portal.awaitReady(browser);
            var landed = signIn(portal);
            assertThat(landed.headers().firstValue("Location"))
                    .hasValueSatisfying(at -> assertThat(at).endsWith("/platform"));
            assertThat(issuer.lastAuthorization())
                    .isEqualTo("Basic "
                            + Base64.getEncoder()
                                    .encodeToString(
                                            ("portal:" + ForkedPortal.SECRET).getBytes(StandardCharsets.UTF_8)));
            assertThat(send(portal.request("/actuator/prometheus")).statusCode())
                    .as("metrics for the admin in the browser")
                    .isEqualTo(200);
            var token = issuer.accessToken("automation");
            register("automation");
            assertThat(export(portal, token).statusCode()).isEqualTo(403);
            assertAGigabyteIsRefused(portal, token);
            assertThat(portal.stop()).isEqualTo(143);
            assertThat(portal.output())
                    .doesNotContain(ForkedPortal.SECRET)
                    .doesNotContain(ForkedPortal.KEY)
                    .doesNotContain(token)
                    .doesNotContain("opaque-access-token");
            assertEveryLineIsJson(portal);
            assertTheReceiptIsNamed(portal);
            assertThat(portal.output()).contains("root key has the fingerprint");
        }
    }

    @Test
    void endsWithASentenceForEachSettingThatIsMissing() {
        try (var portal = new ForkedPortal(folder, Map.of())) {
            assertThat(portal.exitCode()).isEqualTo(1);
            assertThat(portal.output())
                    .contains("SPRING_DATASOURCE_URL is missing")
                    .contains("SWITCHBOARD_MASTER_KEY is missing")
                    .contains("SWITCHBOARD_PUBLIC_URL is missing");
            assertThat(portal.lines()).hasSize(told(portal)).noneMatch(line -> line.contains("stack_trace"));
        }
    }

    @Test
    void endsWithASentenceWhereTheIssuerDoesNotAnswer() {
        var environment = environment();
        environment.put("SWITCHBOARD_PLATFORM_ISSUER", "http://127.0.0.1:9/nowhere");
        try (var portal = new ForkedPortal(folder, environment)) {
            assertThat(portal.exitCode()).isEqualTo(1);
            assertThat(portal.output())
                    .contains(
                            "SWITCHBOARD_PLATFORM_ISSUER http://127.0.0.1:9/nowhere did not answer with an OpenID configuration");
        }
    }

    @Test
    void endsWithASentenceWhereTheDatabaseBelongsToAnotherMasterKey() {
        var first = environment();
        first.remove("SWITCHBOARD_PLATFORM_ADMIN");
        try (var portal = new ForkedPortal(folder, first)) {
            assertThat(portal.exitCode()).isEqualTo(1);
            assertThat(portal.output()).contains("SWITCHBOARD_PLATFORM_ADMIN is missing: this database is new");
        }
        var second = environment();
        second.put("SWITCHBOARD_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        try (var portal = new ForkedPortal(folder, second)) {
            assertThat(portal.exitCode()).isEqualTo(1);
            assertThat(portal.output())
                    .contains("SWITCHBOARD_MASTER_KEY is not the one that the keys in this database");
        }
    }

    private Map<String, String> environment() {
        return ForkedPortal.settings(database, issuer);
    }

    /** The code flow as a browser walks it; the provider signs the person in without asking. */
    private HttpResponse<String> signIn(ForkedPortal portal) throws Exception {
        var asked = send(portal.request("/oauth2/authorization/platform"));
        var query = UriComponentsBuilder.fromUriString(
                        asked.headers().firstValue("Location").orElseThrow())
                .build()
                .getQueryParams();
        assertThat(query.getFirst("redirect_uri")).isEqualTo("http://localhost:8080/login/oauth2/code/platform");
        assertThat(query).containsKey("code_challenge");
        issuer.expect(String.valueOf(query.getFirst("nonce")));
        return send(portal.request("/login/oauth2/code/platform?code=once&state=" + query.getFirst("state")));
    }

    private HttpResponse<String> export(ForkedPortal portal, String token) throws Exception {
        return send(portal.request("/api/evidence-bundles")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "export-1")
                .POST(BodyPublishers.noBody()));
    }

    /** More than the heap of the portal, sent without saying beforehand how much it is. */
    private void assertAGigabyteIsRefused(ForkedPortal portal, String token) throws Exception {
        var refused = send(portal.request("/api/imports")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "gigabyte")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(
                        () -> new Gigabyte("--b\r\nContent-Disposition: form-data; name=\"file\";"
                                + " filename=\"people.csv\"\r\n\r\nuser_name\n"))));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(JSON.readTree(refused.body()).path("detail").asString("")).isNotEmpty();
        assertThat(portal.output()).doesNotContain("OutOfMemoryError");
        assertThat(send(portal.request("/actuator/health/readiness")).statusCode())
                .isEqualTo(200);
    }

    private void register(String client) {
        JdbcClient.create(new DriverManagerDataSource(database, "root", ""))
                .sql(
                        "INSERT INTO service_client (tenant_id, registration, issuer, client_id, roles, jwks_uri)"
                                + " SELECT tenant_id, 'automation', ?, ?, 'platform-admin', ? FROM tenant WHERE slug = 'platform'")
                .params(issuer.url(), client, issuer.jwks())
                .update();
    }

    private static void assertEveryLineIsJson(ForkedPortal portal) {
        assertThat(portal.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).has("@timestamp")).isTrue());
    }

    private static void assertTheReceiptIsNamed(ForkedPortal portal) {
        List<JsonNode> governed = portal.lines().stream()
                .map(JSON::readTree)
                .filter(line ->
                        line.path("message").asString("").equals("governed action receipts.export-evidence denied"))
                .toList();
        assertThat(governed).singleElement().satisfies(line -> {
            assertThat(line.path("tenant").asString("")).startsWith("ten_");
            assertThat(line.path("receiptId").asString("")).startsWith("rcp_");
            assertThat(line.path("traceId").asString("")).matches("[0-9a-f]{32}");
        });
    }

    private static int told(ForkedPortal portal) {
        return (int)
                portal.lines().stream().filter(line -> line.startsWith("{")).count();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
