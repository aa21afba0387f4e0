package io.switchboard.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a download does with servers that are not what they should be. */
class DownloadsTest {

    private static final byte[] FILE = "user_name\nmaria\n".getBytes(StandardCharsets.UTF_8);

    private final Downloads downloads = new Downloads(new Reach(Set.of(Network.PUBLIC, Network.LOOPBACK)));
    private final AtomicInteger landed = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/people.csv", this::conditional);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", address("/landed"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/landed", exchange -> {
            landed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[64 * 1024]);
                }
            } catch (IOException e) {
                ended.countDown();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void conditional(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : FILE.length);
        if (!known) {
            exchange.getResponseBody().write(FILE);
        }
        exchange.close();
    }

    @Test
    void handsOnTheContentWithItsValidator() throws IOException {
        assertThat(downloads.fetch(download("/people.csv", Map.of()), received))
                .isEqualTo(new Downloaded.Content(Optional.of("\"v1\"")));
        assertThat(received.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void saysThatAContentIsUnchanged() throws IOException {
        assertThat(downloads.fetch(download("/people.csv", Map.of("If-None-Match", "\"v1\"")), received))
                .isEqualTo(new Downloaded.Unchanged());
        assertThat(received.size()).isZero();
    }

    @Test
    void followsNoRedirect() {
        assertThat(refused(download("/moved", Map.of())).code()).isEqualTo("redirect");
        assertThat(landed).hasValue(0);
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(refused(download("/nothing", Map.of())).code()).isEqualTo("not-there");
    }

    @Test
    void stopsReadingWhereTheContentBecomesTooLarge() throws InterruptedException {
        var problem = refused(new Download("The file", address("/endless"), Map.of(), 1 << 20, Duration.ofSeconds(20)));
        assertThat(problem.code()).isEqualTo("too-large");
        assertThat(received.size()).isLessThanOrEqualTo(1 << 20);
        assertThat(ended.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givesUpAServerThatDribbles() throws IOException {
        try (var dribbling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> dribble(dribbling));
            var address = "http://127.0.0.1:" + dribbling.getLocalPort() + "/x";
            var problem = refused(new Download("The file", address, Map.of(), 1 << 20, Duration.ofMillis(700)));
            assertThat(problem.code()).isEqualTo("timeout");
        }
    }

    /** A byte of the body now and then, so that no single read takes long. */
    private static void dribble(ServerSocket listening) {
        try (var socket = listening.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                socket.getOutputStream().write('x');
                socket.setSoTimeout(50);
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    // nothing to read is what is expected; it was for the pause
                }
            }
        } catch (IOException e) {
            // the client went away, which is what the test waits for
        }
    }

    @Test
    void reachesNoNetworkThatTheSettingsDoNotAllow() {
        var strict = new Downloads(new Reach(Set.of(Network.PUBLIC)));
        for (var address : List.of(
                address("/people.csv"),
                "https://10.0.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/x",
                "https://0.0.0.0/x")) {
            var problem = catchThrowableOfType(
                    OutboundException.class,
                    () -> strict.fetch(
                            new Download("The file", address, Map.of(), 10, Duration.ofSeconds(1)), received));
            assertThat(problem.code()).as(address).isEqualTo("address-not-allowed");
        }
    }

    @Test
    void neverRepeatsWhatIsSecretInAnAddressOrAHeader() {
        var closed = "http://127.0.0.1:1/x?signature=hunter2";
        var problem = refused(
                new Download("The file", closed, Map.of("Authorization", "Bearer hunter2"), 10, Duration.ofSeconds(2)));
        assertThat(problem.code()).isEqualTo("unreachable");
        assertThat(problem.sentence()).doesNotContain("hunter2");
        assertThat(new Download("The file", closed, Map.of(), 10, Duration.ofSeconds(2)).toString())
                .doesNotContain("hunter2");
    }

    @Test
    void connectsToTheAddressThatWasCheckedWhateverTheNameResolvesToByThen() throws IOException {
        var context = SelfSigned.forHost("files.example.invalid");
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        secure.createContext("/people.csv", this::conditional);
        secure.start();
        try {
            var port = secure.getAddress().getPort();
            var pinned = pinned("https://files.example.invalid:" + port + "/people.csv");
            var trusting = new Downloads(new Reach(Set.of(Network.LOOPBACK)), context.getSocketFactory());
            assertThat(trusting.fetch(pinned, download("/people.csv", Map.of()), received))
                    .isInstanceOf(Downloaded.Content.class);
            assertThat(received.toByteArray()).isEqualTo(FILE);
            var otherName = pinned("https://other.example.invalid:" + port + "/people.csv");
            assertThat(code(trusting, otherName)).isEqualTo("certificate");
            assertThat(code(
                            new Downloads(new Reach(Set.of()), (SSLSocketFactory) SSLSocketFactory.getDefault()),
                            pinned))
                    .isEqualTo("certificate");
        } finally {
            secure.stop(0);
        }
    }

    private String code(Downloads some, Checked checked) {
        return catchThrowableOfType(
                        OutboundException.class, () -> some.fetch(checked, download("/people.csv", Map.of()), received))
                .code();
    }

    private static Checked pinned(String address) {
        return new Checked(URI.create(address), List.of(InetAddress.getLoopbackAddress()));
    }

    private OutboundException refused(Download download) {
        return catchThrowableOfType(OutboundException.class, () -> downloads.fetch(download, received));
    }

    private Download download(String path, Map<String, String> headers) {
        return new Download("The file", address(path), headers, 1 << 20, Duration.ofSeconds(10));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
