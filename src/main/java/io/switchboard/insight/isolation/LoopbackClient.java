package io.switchboard.insight.isolation;

import io.switchboard.platform.identity.CanaryTokens;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.web.OwnRequests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Real requests to this node's own port, through every filter that a stranger's take, with a token that this node alone accepts. */
@Component
class LoopbackClient implements PortalClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 4_000_000;

    private final Environment environment;
    private final CanaryTokens tokens;
    private final OwnRequests own;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    LoopbackClient(Environment environment, CanaryTokens tokens, OwnRequests own) {
        this.environment = environment;
        this.tokens = tokens;
        this.own = own;
    }

    /** The port is known once the web server has started. */
    boolean isReady() {
        return port().isPresent();
    }

    private Optional<Integer> port() {
        return Optional.ofNullable(environment.getProperty("local.server.port", Integer.class));
    }

    @Override
    public Answer ask(Tenant canary, String method, String address) {
        var request = HttpRequest.newBuilder(here(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.of(canary))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"a version that never was\"")
                .header(OwnRequests.HEADER, own.value())
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return new Answer(
                        answer.statusCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The portal did not answer its own request.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The probes were interrupted.", e);
        }
    }

    private URI here(String address) {
        var host = environment.getProperty("server.address", "127.0.0.1");
        return URI.create("http://" + host + ":" + port().orElseThrow()
                + environment.getProperty("server.servlet.context-path", "") + address);
    }
}
