package io.switchboard.operations.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An S3 server that is not ours, as a process on the loopback, with an empty bucket {@code trust}. It ends with the test. */
record S3Server(Process process, int port) implements AutoCloseable {

    static final String BUCKET = "trust";
    static final BucketKeys KEYS = new BucketKeys("local", "a-secret-of-the-test");

    private static final Path JARS = Path.of("target", "s3");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Looks at {@code x-amz-checksum-sha256} as Amazon does; lets everybody in. */
    static S3Server adobe(Path folder) throws IOException {
        int port = free();
        return started(
                folder,
                port,
                "s3mock.jar",
                List.of(
                        "-Dserver.address=127.0.0.1",
                        "-Dserver.port=" + free(),
                        "-Dcom.adobe.testing.s3mock.httpPort=" + port,
                        "-Dcom.adobe.testing.s3mock.store.initial-buckets=" + BUCKET),
                List.of());
    }

    /** Looks at signatures and at {@code Content-MD5}. */
    static S3Server proxy(Path folder) throws IOException {
        int port = free();
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        var settings = folder.resolve("s3proxy.properties");
        Files.writeString(settings, """
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, KEYS.accessKey(), KEYS.secretKey(), folder.resolve("data")));
        return started(folder, port, "s3proxy.jar", List.of(), List.of("--properties", settings.toString()));
    }

    private static S3Server started(Path folder, int port, String jar, List<String> settings, List<String> arguments)
            throws IOException {
        assertThat(JARS.resolve(jar)).as("fetched by ./mvnw verify").exists();
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(settings);
        command.addAll(List.of("-jar", JARS.resolve(jar).toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(jar + ".log").toFile())
                .start();
        var server = new S3Server(process, port);
        server.await();
        return server;
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    private void await() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            assertThat(process.isAlive() && System.nanoTime() < until)
                    .as("the S3 server has started")
                    .isTrue();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
