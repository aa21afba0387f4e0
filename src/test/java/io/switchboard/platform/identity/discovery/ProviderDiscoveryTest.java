package io.switchboard.platform.identity.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.platform.outbound.Network;
import io.switchboard.platform.outbound.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderDiscoveryTest {

    private static final String METADATA = """
            {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/jwks",
             "end_session_endpoint": "%1$s/logout", "response_types_supported": ["code"], "code_challenge_methods_supported": ["S256"],
             "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
             "id_token_signing_alg_values_supported": ["RS256"]}""";

    private final ProviderDiscovery discovery =
            new ProviderDiscovery(new Reach(Set.of(Network.PUBLIC, Network.LOOPBACK)), Duration.ofSeconds(2));
    private HttpServer server;
    private String issuer;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort() + "/globex";
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsTheEndpointsOfAnIssuer() {
        answer(200, METADATA.formatted(issuer));
        assertThat(discovery.discover(issuer))
                .isEqualTo(new Discovered.Provider(new ProviderMetadata(
                        issuer,
                        issuer + "/authorize",
                        issuer + "/token",
                        issuer + "/jwks",
                        Optional.of(issuer + "/logout"))));
    }

    @Test
    void refusesAnIssuerThatCallsItselfSomethingElse() {
        answer(200, METADATA.formatted(issuer + "/"));
        assertThat(problem(issuer).code()).isEqualTo("issuer-mismatch");
        assertThat(problem(issuer).sentence()).contains("“" + issuer + "/”").contains("“" + issuer + "”");
    }

    @Test
    void asksOnlyOnceForASlashAtTheEnd() {
        answer(200, METADATA.formatted(issuer + "/"));
        assertThat(discovery.discover(issuer + "/")).isInstanceOf(Discovered.Provider.class);
    }

    @ParameterizedTest
    @CsvSource({
        "authorization_endpoint, endpoint-missing",
        "token_endpoint, endpoint-missing",
        "jwks_uri, endpoint-missing",
        "issuer, issuer-mismatch"
    })
    void refusesMetadataWithoutWhatASignInNeeds(String missing, String code) {
        answer(200, METADATA.formatted(issuer).replace("\"" + missing + "\"", "\"x\""));
        assertThat(problem(issuer).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"\"code\"", "S256", "client_secret_basic", "RS256"})
    void refusesAProviderThatDoesNotOfferWhatThePortalSpeaks(String offer) {
        answer(200, METADATA.formatted(issuer).replace(offer, offer.contains("\"") ? "\"no\"" : "no"));
        assertThat(problem(issuer).code()).isEqualTo("unsupported");
    }

    @Test
    void refusesAnEndpointThatLeadsWhereNothingMayBeReached() {
        answer(200, METADATA.formatted(issuer).replace(issuer + "/token", "https://169.254.169.254/token"));
        assertThat(problem(issuer).code()).isEqualTo("address-not-allowed");
        assertThat(problem(issuer).sentence()).startsWith("The provider's token_endpoint is at 169.254.169.254");
    }

    @Test
    void followsNoRedirect() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            send(exchange, 302, "");
        });
        assertThat(problem(issuer).code()).isEqualTo("redirect");
    }

    @ParameterizedTest
    @CsvSource({"404, {}, status", "500, {}, status", "200, <html>, not-json", "200, [], not-json"})
    void saysWhatWasAnsweredInstead(int status, String body, String code) {
        answer(status, body);
        assertThat(problem(issuer).code()).isEqualTo(code);
    }

    @Test
    void readsNoMoreThanAConfigurationNeeds() {
        answer(200, "{\"issuer\": \"" + "x".repeat(70_000) + "\"}");
        assertThat(problem(issuer).code()).isEqualTo("too-large");
    }

    @Test
    void doesNotWaitForeverForAnAnswer() {
        var release = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(problem(issuer).code()).isEqualTo("timeout");
        release.countDown();
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);
        assertThat(problem(issuer).code()).isEqualTo("unreachable");
    }

    @ParameterizedTest
    @CsvSource({
        "globex, address-syntax",
        "ftp://example.com, address-syntax",
        "https://user:pass@example.com, address-syntax",
        "https://example.com#x, address-syntax",
        "http://localhost:1/x?y=z, address-syntax",
        "https://no-such-host.invalid, unknown-host",
        "http://93.184.216.34, not-https",
        "https://10.0.0.1, address-not-allowed",
        "https://192.168.0.1, address-not-allowed",
        "https://[fe80::1], address-not-allowed",
        "https://169.254.169.254/latest, address-not-allowed"
    })
    void refusesAnAddressBeforeAnythingIsCalled(String typed, String code) {
        assertThat(problem(typed).code()).isEqualTo(code);
    }

    @Test
    void refusesTheLoopbackUnlessTheSettingsAllowIt() {
        var strict = new ProviderDiscovery(new Reach(Set.of(Network.PUBLIC)));
        answer(200, METADATA.formatted(issuer));
        assertThat(strict.discover(issuer))
                .isInstanceOfSatisfying(
                        Discovered.Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("address-not-allowed"));
    }

    private Discovered.Problem problem(String typed) {
        return (Discovered.Problem) discovery.discover(typed);
    }

    private void answer(int status, String body) {
        server.createContext("/globex/.well-known/openid-configuration", exchange -> send(exchange, status, body));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
