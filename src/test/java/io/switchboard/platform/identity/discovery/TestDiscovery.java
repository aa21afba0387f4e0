package io.switchboard.platform.identity.discovery;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.platform.outbound.Network;
import io.switchboard.platform.outbound.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider's metadata on a free port of the loopback, and a discovery that may reach it; counts how often it was asked. */
public final class TestDiscovery implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    public TestDiscovery() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/idp/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            var body = """
            {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/jwks"}""".formatted(issuer()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public ProviderDiscovery discovery() {
        return new ProviderDiscovery(new Reach(Set.of(Network.PUBLIC, Network.LOOPBACK)));
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/idp";
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
