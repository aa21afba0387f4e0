package io.switchboard.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class SettingsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:mariadb://db:3306/switchboard")
            .withProperty("switchboard.master-key", KEY)
            .withProperty("switchboard.public-url", "https://portal.example.org");

    @Test
    void hasNothingAgainstARealInstallation() {
        assertThat(new Settings(environment).problems()).isEmpty();
    }

    @Test
    void namesEveryVariableThatIsMissingAndItsForm() {
        assertThat(new Settings(new MockEnvironment()).problems())
                .containsExactly(
                        "SPRING_DATASOURCE_URL is missing: set it to jdbc:mariadb://<host>:3306/<database>.",
                        "SWITCHBOARD_MASTER_KEY is missing: set it to 32 random bytes in base64, made with `openssl rand -base64 32`.",
                        "SWITCHBOARD_PUBLIC_URL is missing: set it to the address people use, such as https://portal.example.org.");
    }

    @Test
    void takesABlankValueForAMissingOne() {
        environment.setProperty("switchboard.master-key", "  ");
        assertThat(new Settings(environment).problems())
                .singleElement()
                .asString()
                .startsWith("SWITCHBOARD_MASTER_KEY is missing");
    }

    @Test
    void allowsDevelopmentToLeaveThingsOutButNotToGetThemWrong() {
        var development = new MockEnvironment().withProperty("switchboard.development", "true");
        assertThat(new Settings(development).problems()).isEmpty();
        development.setProperty("switchboard.master-key", "short");
        assertThat(new Settings(development).problems()).hasSize(1);
    }

    @Test
    void refusesAnotherDatabase() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/switchboard");
        assertThat(new Settings(environment).problems())
                .containsExactly(
                        "SPRING_DATASOURCE_URL is no address of a MariaDB: it has to be jdbc:mariadb://<host>:3306/<database>.");
    }

    @ParameterizedTest
    @CsvSource({"c2hvcnQ=, has 5 bytes", "not base64!, is not base64"})
    void refusesAWrongMasterKeyWithoutRepeatingIt(String key, String how) {
        environment.setProperty("switchboard.master-key", key);
        assertThat(new Settings(environment).problems())
                .singleElement()
                .asString()
                .startsWith("SWITCHBOARD_MASTER_KEY " + how + ":")
                .doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.example.org",
                "https://",
                "https://portal.example.org/",
                "https://portal.example.org/portal",
                "https://someone@portal.example.org",
                "ftp://portal.example.org",
                "http://portal.example.org",
                "https://a b"
            })
    void refusesAPublicAddressThatCannotBeOne(String url) {
        environment.setProperty("switchboard.public-url", url);
        assertThat(new Settings(environment).problems())
                .singleElement()
                .asString()
                .startsWith("SWITCHBOARD_PUBLIC_URL ")
                .endsWith(": it has to be the address people use, such as https://portal.example.org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.example.org:8443", "http://localhost:8080", "http://127.0.0.1:8080"})
    void takesAnAddressWithAPortAndPlainHttpOnThisMachine(String url) {
        environment.setProperty("switchboard.public-url", url);
        assertThat(new Settings(environment).problems()).isEmpty();
    }

    @Test
    void asksForTheFirstPersonOfANewDatabase() {
        environment.setProperty("switchboard.platform.issuer", "https://id.example.org");
        assertThat(new Settings(environment).platform().missing())
                .hasSize(3)
                .anyMatch(sentence ->
                        sentence.startsWith("SWITCHBOARD_PLATFORM_CLIENT_ID is missing: this database is new"))
                .anyMatch(sentence -> sentence.startsWith("SWITCHBOARD_PLATFORM_CLIENT_SECRET is missing"))
                .anyMatch(sentence -> sentence.startsWith("SWITCHBOARD_PLATFORM_ADMIN is missing"));
    }

    @Test
    void keepsTheClientSecretOutOfItsText() {
        environment.setProperty("switchboard.platform.client-secret", "s3cret");
        assertThat(new Settings(environment).platform().toString()).doesNotContain("s3cret");
    }
}
