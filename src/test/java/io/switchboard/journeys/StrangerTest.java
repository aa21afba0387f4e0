package io.switchboard.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrangerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final FakeHost host = new FakeHost();
    private final List<String> said = new ArrayList<>();

    private Path program() {
        return folder.resolve("checker");
    }

    private Stranger stranger() {
        return new Stranger("A checker", List.of(program()), List.of("checker", "checker-dev"));
    }

    @Test
    void installsNothingWhereTheProgramIsThere() throws IOException {
        Files.createFile(program());
        host.root = true;
        assertThat(stranger().found(host, said::add)).isTrue();
        assertThat(host.ran).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void installsItsPackagesWhereItIsRoot() {
        host.root = true;
        host.brings = Optional.of(program());
        assertThat(stranger().found(host, said::add)).isTrue();
        assertThat(host.ran)
                .containsExactly(
                        "/usr/bin/apt-get -o DPkg::Lock::Timeout=300 update",
                        "/usr/bin/apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends checker checker-dev");
        assertThat(said).singleElement().asString().contains("apt-get install checker checker-dev");
    }

    @Test
    void asksNobodyWhereItIsNotRoot() {
        assertThat(stranger().found(host, said::add)).isFalse();
        assertThat(host.ran).isEmpty();
    }

    @Test
    void saysInOneSentenceWhatIsNotChecked() {
        host.root = true;
        assertThat(stranger().found(host, said::add)).isFalse();
        assertThat(stranger().missing())
                .isEqualTo(
                        "A checker is not on this machine and could not be installed, so what it would check is not checked;"
                                + " install checker and checker-dev and run this again.");
    }

    private static final class FakeHost implements Host {

        final List<String> ran = new ArrayList<>();
        Optional<Path> brings = Optional.empty();
        boolean root;

        @Override
        public Optional<String> env(String name) {
            return Optional.empty();
        }

        @Override
        public boolean executable(Path file) {
            return file.equals(Path.of("/usr/bin/apt-get"));
        }

        @Override
        public boolean root() {
            return root;
        }

        @Override
        public boolean run(Duration limit, Map<String, String> environment, List<String> command) {
            ran.add(String.join(" ", command));
            if (command.contains("install")) {
                brings.ifPresent(FakeHost::create);
            }
            return brings.isPresent();
        }

        private static void create(Path file) {
            try {
                Files.createFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
