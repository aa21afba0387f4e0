package io.switchboard.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The peer of an import: {@code LOAD DATA LOCAL INFILE} of the same file into an empty table with the same columns and a primary key; it checks nothing. */
final class BareLoad implements AutoCloseable {

    private static final String LOAD = """
            LOAD DATA LOCAL INFILE 'people' INTO TABLE people CHARACTER SET utf8mb4
            FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' LINES TERMINATED BY '\\n' IGNORE 1 LINES""";

    private final Connection connection;

    BareLoad(String url) throws SQLException {
        connection =
                DriverManager.getConnection(url.replace("allowLocalInfile=false", "allowLocalInfile=true"), "root", "");
        execute("""
                CREATE OR REPLACE TABLE people (user_name VARCHAR(254) NOT NULL PRIMARY KEY, given_name VARCHAR(200), family_name VARCHAR(200),
                    email VARCHAR(254), roles VARCHAR(200), department VARCHAR(200), active VARCHAR(5))""");
    }

    void empty() throws SQLException {
        execute("TRUNCATE TABLE people");
    }

    void load(PeopleFile file) throws Exception {
        try (var statement = connection.createStatement();
                InputStream content = Files.newInputStream(file.path())) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(content);
            int rows = statement.executeUpdate(LOAD);
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
