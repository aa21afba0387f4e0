package io.switchboard.platform.startup;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the database is there, lets us in, and is a MariaDB that the portal knows. Asked once, before the pool and the migrations. */
record DatabaseCheck(String url, String user, String password) {

    private static final int MAJOR = 10;
    private static final int MINOR = 11;
    private static final String CONNECTION_REFUSED_BY_RIGHTS = "28";

    List<String> problems() {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var server = connection.getMetaData();
            return refusal(
                            server.getDatabaseProductName(),
                            server.getDatabaseProductVersion(),
                            server.getDatabaseMajorVersion(),
                            server.getDatabaseMinorVersion())
                    .stream()
                    .toList();
        } catch (SQLException e) {
            return List.of(explanation(e));
        }
    }

    static Optional<String> refusal(String product, String version, int major, int minor) {
        if (!product.toLowerCase(Locale.ROOT).contains("mariadb")
                && !version.toLowerCase(Locale.ROOT).contains("mariadb")) {
            return Optional.of("The database at SPRING_DATASOURCE_URL is " + product + " " + version
                    + ": the portal needs MariaDB 10.11 or newer.");
        }
        return major > MAJOR || (major == MAJOR && minor >= MINOR)
                ? Optional.empty()
                : Optional.of("The database at SPRING_DATASOURCE_URL is MariaDB " + version
                        + ": the portal needs 10.11 or newer, so upgrade the server first.");
    }

    /** The driver's own words may quote the address with a password in it, so they are not passed on. */
    private String explanation(SQLException e) {
        var state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.startsWith(CONNECTION_REFUSED_BY_RIGHTS)) {
            return "The database at " + place() + " does not let the user " + user
                    + " in: check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        return state.startsWith("42") || state.startsWith("3D")
                ? "The database at " + place()
                        + " answers, but there is no such database for the user " + user
                        + ": create it and grant the user its use, or correct SPRING_DATASOURCE_URL."
                : "The database at " + place()
                        + " cannot be reached: check SPRING_DATASOURCE_URL, and that the server runs and may be reached from here.";
    }

    private String place() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
