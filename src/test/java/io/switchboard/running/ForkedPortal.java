package io.switchboard.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The jar that was built, in a process of its own as production starts it: everything from the environment. */
final class ForkedPortal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private static final Path JAR = Path.of("target", "switchboard-1.0.0-SNAPSHOT.jar");

    static final String SECRET = "the-platform-clients-own-secret";
    static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    private final Process process;
    private final Path output;
    private final int port;

    ForkedPortal(Path folder, Map<String, String> environment) {
        try {
            port = freePort();
            output = Files.createTempFile(folder, "portal", ".log");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx400m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-jar",
                            JAR.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("SPRING_") || name.startsWith("SWITCHBOARD_"));
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a start needs, for whoever leaves one out or changes one. */
    static Map<String, String> settings(String database, TestIssuer issuer) {
        return new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL",
                database,
                "SPRING_DATASOURCE_USERNAME",
                "root",
                "SWITCHBOARD_MASTER_KEY",
                KEY,
                "SWITCHBOARD_PUBLIC_URL",
                "http://localhost:8080",
                "SWITCHBOARD_PLATFORM_ISSUER",
                issuer.url(),
                "SWITCHBOARD_PLATFORM_CLIENT_ID",
                "portal",
                "SWITCHBOARD_PLATFORM_CLIENT_SECRET",
                SECRET,
                "SWITCHBOARD_PLATFORM_ADMIN",
                "first.admin"));
    }

    int port() {
        return port;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    void awaitReady(HttpClient client) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    assertThat(alive()).as(output()).isTrue();
                    var answer =
                            client.send(request("/actuator/health/readiness").build(), BodyHandlers.discarding());
                    return answer.statusCode() == 200;
                });
    }

    /** Ends it as {@code kill -9} does: nothing of it runs any more, nothing is tidied up. */
    void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Waits for the end of a start that is refused. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the portal goes on instead of ending:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop, as an orchestrator does, and waits for its end. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    boolean alive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return output().lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
