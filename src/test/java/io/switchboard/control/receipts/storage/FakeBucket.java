package io.switchboard.control.receipts.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** As much of S3 as a log needs: PUT and GET of whole objects, and a 503 while it is away. It believes every signature. */
final class FakeBucket implements AutoCloseable {

    private static final byte[] NO_SUCH_KEY =
            "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>".getBytes(StandardCharsets.UTF_8);

    volatile boolean away;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, com.sun.net.httpserver.Headers> headers = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    BucketSettings settings() {
        return new BucketSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "us-east-1", "logs", "key", "secret");
    }

    String header(String path, String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(headers.get("/" + path), path).getFirst(name), name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(path, body);
                headers.put(path, exchange.getRequestHeaders());
                exchange.sendResponseHeaders(200, -1);
            } else {
                var object = objects.get(path);
                var content = object == null ? NO_SUCH_KEY : object;
                exchange.sendResponseHeaders(object == null ? 404 : 200, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
