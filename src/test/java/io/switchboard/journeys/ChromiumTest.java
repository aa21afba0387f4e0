package io.switchboard.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChromiumTest {

    private static final Path DEBIANS = Path.of("/usr/bin/chromium");
    private static final Path APT = Path.of("/usr/bin/apt-get");

    private final FakeMachine machine = new FakeMachine();
    private final List<String> said = new ArrayList<>();
    private final Chromium chromium = new Chromium(machine, said::add);

    @Test
    void takesTheOneThatTheEnvironmentNames() {
        machine.env.put("CHROMIUM_PATH", "/opt/mine/chrome");
        machine.browsers.addAll(Set.of(Path.of("/opt/mine/chrome"), DEBIANS));
        assertThat(chromium.find()).isEqualTo(Path.of("/opt/mine/chrome"));
    }

    @Test
    void refusesANamedOneThatDoesNotRun() {
        machine.env.put("CHROMIUM_PATH", "/opt/mine/chrome");
        machine.browsers.add(DEBIANS);
        assertThatThrownBy(chromium::find)
                .hasMessageContaining("CHROMIUM_PATH names /opt/mine/chrome")
                .hasMessageContaining("unset it");
    }

    @Test
    void takesAnInstalledOneWithoutInstallingAnything() {
        machine.browsers.add(Path.of("/usr/bin/google-chrome"));
        assertThat(chromium.find()).isEqualTo(Path.of("/usr/bin/google-chrome"));
        assertThat(machine.installations).isEmpty();
    }

    @Test
    void passesOverAFileThatDoesNotRun() {
        machine.stubs.add(Path.of("/usr/bin/chromium-browser"));
        machine.browsers.add(Path.of("/usr/bin/google-chrome"));
        assertThat(chromium.find()).isEqualTo(Path.of("/usr/bin/google-chrome"));
    }

    @Test
    void takesTheOneThatPlaywrightAlreadyHas() {
        machine.browsers.add(FakeMachine.PLAYWRIGHTS);
        assertThat(chromium.find()).isEqualTo(FakeMachine.PLAYWRIGHTS);
        assertThat(machine.installations).isEmpty();
    }

    @Test
    void installsFromDebianWhereItIsRoot() {
        machine.root = true;
        machine.stubs.add(APT);
        machine.debianHas = true;
        assertThat(chromium.find()).isEqualTo(DEBIANS);
        assertThat(said).singleElement().asString().contains("trying apt-get install chromium");
        assertThat(machine.installations)
                .containsExactly(
                        "/usr/bin/apt-get -o DPkg::Lock::Timeout=300 update",
                        "/usr/bin/apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium");
    }

    @Test
    void asksPlaywrightWhereItIsNotRoot() {
        machine.stubs.add(APT);
        machine.debianHas = true;
        machine.playwrightHas = true;
        assertThat(chromium.find()).isEqualTo(FakeMachine.PLAYWRIGHTS);
        assertThat(machine.installations).containsExactly("playwright");
    }

    @Test
    void asksPlaywrightWhereDebianHasNone() {
        machine.root = true;
        machine.stubs.add(APT);
        machine.playwrightHas = true;
        assertThat(chromium.find()).isEqualTo(FakeMachine.PLAYWRIGHTS);
        assertThat(machine.installations).hasSize(3).endsWith("playwright");
    }

    @Test
    void saysInOneSentenceWhatIsMissing() {
        assertThatThrownBy(chromium::find)
                .hasMessage(
                        "No Chromium was found and none could be installed; install the package chromium, or set CHROMIUM_PATH to a Chromium or Chrome, and run this again.");
    }

    private static final class FakeMachine implements Machine {

        static final Path PLAYWRIGHTS = Path.of("/home/somebody/playwright/chrome");

        final Map<String, String> env = new HashMap<>();
        final Set<Path> browsers = new HashSet<>();
        final Set<Path> stubs = new HashSet<>();
        final List<String> installations = new ArrayList<>();
        boolean root;
        boolean debianHas;
        boolean playwrightHas;

        @Override
        public Optional<String> env(String name) {
            return Optional.ofNullable(env.get(name));
        }

        @Override
        public boolean executable(Path file) {
            return browsers.contains(file) || stubs.contains(file);
        }

        @Override
        public boolean root() {
            return root;
        }

        @Override
        public boolean run(Duration limit, Map<String, String> environment, List<String> command) {
            if (command.getLast().equals("--version")) {
                return browsers.contains(Path.of(command.getFirst()));
            }
            installations.add(String.join(" ", command));
            if (debianHas && command.contains("install")) {
                browsers.add(DEBIANS);
            }
            return debianHas;
        }

        @Override
        public Path playwrightsOwn() {
            return PLAYWRIGHTS;
        }

        @Override
        public boolean installPlaywrightsOwn(Duration limit) {
            installations.add("playwright");
            if (playwrightHas) {
                browsers.add(PLAYWRIGHTS);
            }
            return playwrightHas;
        }
    }
}
