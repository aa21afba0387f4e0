package io.switchboard.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.switchboard.platform.outbound.Posts.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message meets on its way to receivers that are not what they should be. */
class PostsTest {

    private final Posts posts = new Posts(new Reach(Set.of(Network.PUBLIC, Network.LOOPBACK)));
    private final AtomicInteger landed = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            exchange.sendResponseHeaders(503, 0);
            exchange.getResponseBody().write("x".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/moved-near", exchange -> {
            exchange.getResponseHeaders().set("Location", address("/landed"));
            exchange.sendResponseHeaders(308, -1);
            exchange.close();
        });
        server.createContext("/landed", exchange -> {
            landed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anyStatusIsAnAnswerOfWhichTheBeginningIsKeptAndHowLongToWait() throws OutboundException {
        var answer = posts.send(post(address("/busy"), Duration.ofSeconds(10)));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).contains("120");
        assertThat(answer.beginning()).hasSize(4096);
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws OutboundException {
        assertThat(posts.send(post(address("/moved"), Duration.ofSeconds(10))).status())
                .isEqualTo(307);
        assertThat(posts.send(post(address("/moved-near"), Duration.ofSeconds(10)))
                        .status())
                .isEqualTo(308);
        assertThat(landed).hasValue(0);
    }

    @Test
    void aReceiverThatHangsOrAnswersByTheByteIsGivenUp() throws IOException {
        for (var says : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")) {
            try (var hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> dribble(hanging, says));
                var to = "http://127.0.0.1:" + hanging.getLocalPort() + "/x";
                assertThat(problem(post(to, Duration.ofMillis(700)))).isEqualTo("timeout");
            }
        }
    }

    /** Says the beginning, then a byte now and then, where there was one. */
    private static void dribble(ServerSocket listening, String says) {
        try (var socket = listening.accept()) {
            socket.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(50);
            while (true) {
                if (!says.isEmpty()) {
                    socket.getOutputStream().write('x');
                }
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    // nothing more to read is what is expected; it was for the pause
                }
            }
        } catch (IOException e) {
            // the client went away, which is what the test waits for
        }
    }

    @Test
    void reachesNoAddressThatTheSettingsDoNotAllow() {
        for (var address : List.of(
                "https://10.0.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/x",
                "https://[::ffff:169.254.169.254]/x",
                "https://0.0.0.0/x")) {
            assertThat(problem(post(address, Duration.ofSeconds(1))))
                    .as(address)
                    .isEqualTo("address-not-allowed");
        }
        assertThat(problem(post("http://93.184.215.14/x", Duration.ofSeconds(1))))
                .isEqualTo("not-https");
    }

    @Test
    void goesToTheAddressThatWasCheckedAndToNoOtherNamesCertificate() throws IOException {
        var context = SelfSigned.forHost("hooks.example.invalid");
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.createContext("/x", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        secure.start();
        try {
            var trusting = new Posts(new Reach(Set.of(Network.LOOPBACK)), context.getSocketFactory());
            var right = pinned(
                    "https://hooks.example.invalid:" + secure.getAddress().getPort() + "/x");
            var wrong = pinned(
                    "https://other.example.invalid:" + secure.getAddress().getPort() + "/x");
            var put =
                    new Posts.Put("The endpoint", "unused", Map.of(), "text/plain", new byte[3], Duration.ofSeconds(5));
            assertThat(trusting.send("PUT", put, right).status()).isEqualTo(204);
            assertThat(catchThrowableOfType(OutboundException.class, () -> trusting.send("PUT", put, wrong))
                            .code())
                    .isEqualTo("certificate");
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void severalPostsToOneAddressGoOverOneConnectionAndOverAnotherWhereTheReceiverEndsIt() throws Exception {
        var context = SelfSigned.forHost("hooks.example.invalid");
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        var ports = new ArrayList<Integer>();
        secure.createContext("/kept", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            if (ports.size() == 2) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        secure.start();
        var to = pinned("https://hooks.example.invalid:" + secure.getAddress().getPort() + "/kept");
        var trusting = new Posts(new Reach(Set.of(Network.LOOPBACK)), context.getSocketFactory());
        try (var line = trusting.open("The endpoint", to)) {
            for (int i = 0; i < 4; i++) {
                assertThat(line.send(Map.of(), "{}", Duration.ofSeconds(5)).status())
                        .isEqualTo(204);
            }
            assertThat(ports.get(0)).isEqualTo(ports.get(1)).isNotEqualTo(ports.get(2));
            assertThat(ports.get(2)).isEqualTo(ports.get(3));
        } finally {
            secure.stop(0);
        }
        try (var line = trusting.open("The endpoint", to)) {
            assertThat(catchThrowableOfType(
                                    OutboundException.class, () -> line.send(Map.of(), "{}", Duration.ofSeconds(5)))
                            .code())
                    .isEqualTo("unreachable");
        }
    }

    @Test
    void aLineWhoseReceiverHangsIsGivenUpInTimeAlsoOnAConnectionThatWasKept() throws Exception {
        var hangs = new CountDownLatch(1);
        var calls = new AtomicInteger();
        server.createContext("/then-hangs", exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (calls.incrementAndGet() > 1) {
                await(hangs);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        try (var line = posts.open("The endpoint", address("/then-hangs"))) {
            assertThat(line.send(Map.of(), "{}", Duration.ofSeconds(5)).status())
                    .isEqualTo(204);
            assertThat(catchThrowableOfType(
                                    OutboundException.class, () -> line.send(Map.of(), "{}", Duration.ofMillis(500)))
                            .code())
                    .isEqualTo("timeout");
        } finally {
            hangs.countDown();
        }
        assertThat(calls).as("sent once, and not again by the client itself").hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Checked pinned(String address) {
        return new Checked(URI.create(address), List.of(InetAddress.getLoopbackAddress()));
    }

    private String problem(Post post) {
        return Optional.ofNullable(catchThrowableOfType(OutboundException.class, () -> posts.send(post)))
                .map(OutboundException::code)
                .orElse("");
    }

    private static Post post(String address, Duration patience) {
        return new Post("The endpoint", address, Map.of(), "{}", patience);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
