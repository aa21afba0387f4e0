package io.switchboard.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Keycloak of this process, on the loopback and a free port, with one realm and a database in memory. The profile {@code keycloak} has unpacked its
 * distribution; what it says is in {@code keycloak.log} there. Its first start builds itself and takes a minute or two.
 */
final class Keycloak implements AutoCloseable {

    static final String ADMIN = "keeper";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(5);

    private final Process process;
    private final String issuer;
    private final Path log;
    private final String adminPassword;

    private Keycloak(Process process, String issuer, Path log, String adminPassword) {
        this.process = process;
        this.issuer = issuer;
        this.log = log;
        this.adminPassword = adminPassword;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-keycloak"));
    }

    static Keycloak start(KeycloakRealm realm) {
        try {
            var home = home();
            var realms = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(realms.resolve("realm.json"), realm.json());
            var keycloak = start(home, freePort(), realm);
            keycloak.awaitDiscovery();
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not start", e);
        }
    }

    private static Keycloak start(Path home, int port, KeycloakRealm realm) throws IOException {
        var log = home.resolve("keycloak.log");
        var command = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var adminPassword = UUID.randomUUID().toString();
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword));
        return new Keycloak(
                command.start(), "http://localhost:" + port + "/realms/" + realm.tenant(), log, adminPassword);
    }

    private static Path home() {
        var home = Objects.requireNonNull(
                System.getProperty("keycloak.home"), "keycloak.home is not set: run ./mvnw -Pkeycloak");
        return Path.of(home).toAbsolutePath();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String issuer() {
        return issuer;
    }

    /** Of {@link #ADMIN}, in the realm {@code master}; nobody knew it before. */
    String adminPassword() {
        return adminPassword;
    }

    private void awaitDiscovery() {
        long start = System.nanoTime();
        while (!answers()) {
            if (ended() || System.nanoTime() - start > PATIENCE.toNanos()) {
                close();
                throw new IllegalStateException("Keycloak does not answer at " + issuer + "; read " + log);
            }
        }
    }

    private boolean answers() {
        try (var http = HttpClient.newBuilder().connectTimeout(ONE_ANSWER).build()) {
            var request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                    .timeout(ONE_ANSWER)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Gives the process a second before the next question. */
    private boolean ended() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while Keycloak starts", cause);
    }

    /** The script and the Java it started, with their own handles only. */
    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(Keycloak::end);
    }

    private static void end(ProcessHandle running) {
        running.destroy();
        running.onExit().completeOnTimeout(running, 30, TimeUnit.SECONDS).join();
        running.destroyForcibly();
    }
}
