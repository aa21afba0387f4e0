package io.switchboard.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.embedded.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckTest {

    @Test
    void hasNothingAgainstTheDatabaseOfTheTests() {
        assertThat(new DatabaseCheck(TestDatabase.freshUrl(), "root", "").problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 11, 10.11.0-MariaDB", "11, 4, 11.4.5-MariaDB", "12, 0, 12.0.1-MariaDB"})
    void takesMariaDbFromTenEleven(int major, int minor, String version) {
        assertThat(DatabaseCheck.refusal("MariaDB", version, major, minor)).isEmpty();
    }

    @Test
    void refusesAnOlderMariaDbAndNamesBothVersions() {
        assertThat(DatabaseCheck.refusal("MariaDB", "10.6.18-MariaDB", 10, 6))
                .contains(
                        "The database at SPRING_DATASOURCE_URL is MariaDB 10.6.18-MariaDB: the portal needs 10.11 or newer,"
                                + " so upgrade the server first.");
    }

    @Test
    void refusesAServerThatOnlySpeaksTheProtocol() {
        assertThat(DatabaseCheck.refusal("MySQL", "8.4.0", 8, 4))
                .contains(
                        "The database at SPRING_DATASOURCE_URL is MySQL 8.4.0: the portal needs MariaDB 10.11 or newer.");
    }

    @Test
    void saysThatNobodyAnswersWithoutRepeatingAPassword() {
        assertThat(new DatabaseCheck("jdbc:mariadb://127.0.0.1:9/switchboard?password=hidden", "portal", "").problems())
                .containsExactly("The database at jdbc:mariadb://127.0.0.1:9/switchboard cannot be reached: check"
                        + " SPRING_DATASOURCE_URL, and that the server runs and may be reached from here.");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        var url = TestDatabase.freshUrl().replaceFirst("/test_[^?]*\\?createDatabaseIfNotExist=true&", "/nowhere?");
        assertThat(new DatabaseCheck(url, "root", "").problems())
                .singleElement()
                .asString()
                .contains("there is no such database for the user root: create it");
    }
}
