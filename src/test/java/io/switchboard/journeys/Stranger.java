package io.switchboard.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of somebody else's that checks what the portal made. It is there when {@code files} are; where they are not, and we are root on a Debian, {@code
 * packages} bring it: tried once for each run.
 */
public record Stranger(String name, List<Path> files, List<String> packages) {

    public static final Stranger OPENSSL =
            new Stranger("OpenSSL", List.of(Path.of("/usr/bin/openssl")), List.of("openssl"));
    public static final Stranger GO_SUMDB = new Stranger(
            "Go with golang.org/x/mod/sumdb",
            List.of(Path.of("/usr/bin/go"), Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog/tlog.go")),
            List.of("golang-go", "golang-golang-x-mod-dev"));

    private static final Duration INSTALL = Duration.ofMinutes(4);
    private static final Map<Stranger, Boolean> ASKED = new ConcurrentHashMap<>();

    /** Skips the test, with a sentence, where it is neither there nor can be installed. */
    public void require() {
        boolean there = ASKED.computeIfAbsent(this, asked -> asked.found(new ThisHost(), System.out::println));
        Assumptions.assumeTrue(there, this::missing);
    }

    boolean found(Host host, Consumer<String> log) {
        var debian = new Debian(host);
        if (!isThere() && debian.canInstall()) {
            log.accept("A test needs " + name + " and this machine has none; trying apt-get install "
                    + String.join(" ", packages) + " (at most " + 2 * INSTALL.toMinutes() + " minutes).");
            debian.install(INSTALL, packages.toArray(String[]::new));
        }
        return isThere();
    }

    private boolean isThere() {
        return files.stream().allMatch(Files::isRegularFile);
    }

    String missing() {
        return name
                + " is not on this machine and could not be installed, so what it would check is not checked; install "
                + String.join(" and ", packages) + " and run this again.";
    }
}
