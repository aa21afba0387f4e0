package io.switchboard.operations.drills;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where drills restore to ({@code switchboard.drill.*}). Unset, there are none. {@code same-server} is for trying things out: a restore next to the original proves nothing about losing the server. */
@Component
class DrillSettings {

    private final Environment environment;

    DrillSettings(Environment environment) {
        this.environment = environment;
    }

    Optional<DrillServer> server() {
        return value("url")
                .map(url -> new DrillServer(
                        url,
                        value("username").orElse(""),
                        value("password").orElse(""),
                        environment.getProperty("switchboard.drill.same-server", Boolean.class, false)));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.getProperty("switchboard.drill." + name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
