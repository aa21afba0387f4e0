package io.switchboard.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.springframework.boot.SpringApplication;

/** Fresh schemas on one server per JVM, for module tests on the real engine. */
public final class TestDatabase {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    /** The server of this JVM: started at first use, ended with the JVM. Its data folder is its own, so runs side by side do not meet. */
    public static EmbeddedMariaDb server() {
        return Holder.SERVER;
    }

    public static String freshUrl() {
        return server().url("test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet());
    }

    /** A new schema with the migrations of these modules, in this order. */
    public static DataSource migrated(String... modules) {
        var dataSource = pool(freshUrl());
        for (var module : modules) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module.replace("__", ""))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return dataSource;
    }

    private static DataSource pool(String url) {
        try {
            return new MariaDbPoolDataSource(url + "&user=root&maxPoolSize=12&minPoolSize=0");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final EmbeddedMariaDb SERVER = start();

        private static EmbeddedMariaDb start() {
            var target = Path.of("target").toAbsolutePath();
            var data = target.resolve("mariadb-test")
                    .resolve("data-" + ProcessHandle.current().pid());
            var server = EmbeddedMariaDb.start(Path.of(".switchboard", "mariadb-base"), data, 0);
            // After the contexts that use it: one whose database is gone takes half a minute to close.
            SpringApplication.getShutdownHandlers().add(() -> end(server, data));
            // Spring's handlers run only where a Spring application was started.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endUnlessSpringDoes(server, data)));
            return server;
        }

        /** Shutdown hooks start one after the other and run side by side; Spring's is known by its thread. */
        private static void endUnlessSpringDoes(EmbeddedMariaDb server, Path data) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            for (var thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("SpringApplicationShutdownHook")) {
                    return;
                }
            }
            end(server, data);
        }

        private static void end(EmbeddedMariaDb server, Path data) {
            server.close();
            delete(data);
        }

        private static void delete(Path folder) {
            try (var paths = Files.walk(folder)) {
                Arrays.stream(paths.toArray(Path[]::new))
                        .sorted((a, b) -> b.compareTo(a))
                        .forEach(path -> path.toFile().delete());
            } catch (java.io.IOException e) {
                System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
            }
        }
    }
}
