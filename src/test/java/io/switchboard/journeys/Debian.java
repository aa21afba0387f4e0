package io.switchboard.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's archive, for whoever is root on one of its systems. */
final class Debian {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    private final Host host;

    Debian(Host host) {
        this.host = host;
    }

    boolean canInstall() {
        return host.root() && host.executable(APT);
    }

    /** Each step within {@code limit}; whether it helped is seen by what is there afterwards. */
    void install(Duration limit, String... packages) {
        apt(limit, "update");
        apt(
                limit,
                Stream.concat(Stream.of("install", "-y", "--no-install-recommends"), Stream.of(packages))
                        .toArray(String[]::new));
    }

    private void apt(Duration limit, String... words) {
        // A second run on this machine may hold dpkg's lock: wait for it.
        var command = Stream.concat(Stream.of(APT.toString(), "-o", "DPkg::Lock::Timeout=300"), Stream.of(words));
        host.run(limit, Map.of("DEBIAN_FRONTEND", "noninteractive"), command.toList());
    }
}
