package io.switchboard.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The peer of an import: {@code LOAD DATA LOCAL INFILE} of the same rows into an empty table with the same columns and a primary key; it checks nothing. */
final class BareLoad implements AutoCloseable {

    private final Connection connection;
    private final Sample sample;

    BareLoad(String url, Sample sample) throws SQLException {
        this.sample = sample;
        connection =
                DriverManager.getConnection(url.replace("allowLocalInfile=false", "allowLocalInfile=true"), "root", "");
        execute("CREATE OR REPLACE TABLE bare (" + sample.columns() + ")");
    }

    void empty() throws SQLException {
        execute("TRUNCATE TABLE bare");
    }

    void load(Sample.Written file) throws Exception {
        try (var statement = connection.createStatement();
                InputStream content = Files.newInputStream(file.bare())) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(content);
            int rows = statement.executeUpdate(
                    "LOAD DATA LOCAL INFILE 'bare' INTO TABLE bare CHARACTER SET utf8mb4 " + sample.load());
            if (rows != file.rows()) {
                throw new IllegalStateException("the peer loaded " + rows + " rows of " + file.rows());
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
