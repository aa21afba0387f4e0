package io.switchboard.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a search for a program asks of the machine it runs on. */
interface Host {

    Optional<String> env(String name);

    boolean executable(Path file);

    boolean root();

    /** Runs a command with {@code environment} on top of this process's own; true where it ended with 0 within {@code limit}. */
    boolean run(Duration limit, Map<String, String> environment, List<String> command);
}
