package io.switchboard.platform.startup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * The settings that only whoever runs the portal can give, called as in the environment. {@code switchboard.development} (set on the test class
 * path only) allows what is missing, never what is wrong.
 */
final class Settings {

    private static final int KEY_BYTES = 32;

    private final Environment environment;

    Settings(Environment environment) {
        this.environment = environment;
    }

    boolean development() {
        return environment.getProperty("switchboard.development", Boolean.class, false);
    }

    /** Every problem at once, each a sentence that names the variable and what it should be. */
    List<String> problems() {
        return Stream.of(
                        check(
                                "SPRING_DATASOURCE_URL",
                                "spring.datasource.url",
                                "jdbc:mariadb://<host>:3306/<database>",
                                Settings::wrongDatabase),
                        check(
                                "SWITCHBOARD_MASTER_KEY",
                                "switchboard.master-key",
                                "32 random bytes in base64, made with `openssl rand -base64 32`",
                                Settings::wrongKey),
                        check(
                                "SWITCHBOARD_PUBLIC_URL",
                                "switchboard.public-url",
                                "the address people use, such as https://portal.example.org",
                                Settings::wrongAddress),
                        value("switchboard.drill.url")
                                .flatMap(Settings::wrongDatabase)
                                .map(how -> "SWITCHBOARD_DRILL_URL " + how
                                        + ": it has to be jdbc:mariadb://<host>:3306/, or not be set."))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<DatabaseCheck> database() {
        return value("spring.datasource.url")
                .map(url -> new DatabaseCheck(
                        url,
                        value("spring.datasource.username").orElse(""),
                        value("spring.datasource.password").orElse("")));
    }

    PlatformSettings platform() {
        return new PlatformSettings(
                value("switchboard.platform.issuer"),
                value("switchboard.platform.client-id"),
                value("switchboard.platform.client-secret"),
                value("switchboard.platform.admin"));
    }

    private Optional<String> check(
            String variable, String property, String form, Function<String, Optional<String>> fault) {
        return value(property)
                .map(value -> fault.apply(value).map(how -> variable + " " + how + ": it has to be " + form + "."))
                .orElseGet(() -> development()
                        ? Optional.empty()
                        : Optional.of(variable + " is missing: set it to " + form + "."));
    }

    private Optional<String> value(String property) {
        return Optional.ofNullable(environment.getProperty(property))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> wrongDatabase(String url) {
        return url.startsWith("jdbc:mariadb:") ? Optional.empty() : Optional.of("is no address of a MariaDB");
    }

    /** Says how many bytes there are and never which. */
    private static Optional<String> wrongKey(String base64) {
        try {
            int bytes = Base64.getDecoder().decode(base64).length;
            return bytes == KEY_BYTES ? Optional.empty() : Optional.of("has " + bytes + " bytes");
        } catch (IllegalArgumentException e) {
            return Optional.of("is not base64");
        }
    }

    private static Optional<String> wrongAddress(String url) {
        try {
            var address = new URI(url);
            var host = Optional.ofNullable(address.getHost()).orElse("");
            if (host.isEmpty() || !List.of("http", "https").contains(address.getScheme())) {
                return Optional.of("is no address that starts with https://");
            }
            return hasMore(address) ? Optional.of("has more than scheme, host and port") : withoutTls(address, host);
        } catch (URISyntaxException e) {
            return Optional.of("is no address");
        }
    }

    private static boolean hasMore(URI address) {
        return Stream.of(address.getPath(), address.getQuery(), address.getFragment(), address.getUserInfo())
                .anyMatch(part -> part != null && !part.isEmpty());
    }

    private static Optional<String> withoutTls(URI address, String host) {
        return address.getScheme().equals("https") || Loopback.is(host)
                ? Optional.empty()
                : Optional.of("is without TLS, which is only allowed on this machine itself");
    }
}
