package io.switchboard.bench;

import io.switchboard.Switchboard;
import io.switchboard.embedded.EmbeddedMariaDb;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A MariaDB of the benchmark's own, and portals on it. */
final class BenchServices implements AutoCloseable {

    static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final EmbeddedMariaDb database;

    BenchServices(Path home) {
        database = EmbeddedMariaDb.start(Path.of("target", "mariadb-base"), home.resolve("mariadb-data"), 0);
    }

    String url(String schema) {
        return database.url(schema);
    }

    /** Ends a schema that would only take room. */
    void drop(String url) throws SQLException {
        var schema = url.replaceFirst("[?].*", "").replaceFirst(".*/", "");
        try (var connection = DriverManager.getConnection(url, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE `" + schema + "`");
        }
    }

    /** The portal on a free port and on this schema. */
    ConfigurableApplicationContext portal(String url, String... more) {
        var arguments = Stream.concat(
                Stream.of(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=root",
                        "--switchboard.master-key=" + MASTER_KEY,
                        "--switchboard.outbound.networks=public,loopback",
                        "--logging.level.root=WARN"),
                Arrays.stream(more));
        return new SpringApplication(Switchboard.class).run(arguments.toArray(String[]::new));
    }

    @Override
    public void close() {
        database.close();
    }
}
