package io.switchboard.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine this process runs on. What an installation prints goes to {@code target/installations.log}. */
class ThisHost implements Host {

    private static final Path LOG = Path.of("target", "installations.log");

    @Override
    public Optional<String> env(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public boolean executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    @Override
    public boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public boolean run(Duration limit, Map<String, String> environment, List<String> command) {
        try {
            return end(start(environment, command), limit);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(Map<String, String> environment, List<String> command) throws IOException {
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean end(Process process, Duration limit) throws InterruptedException {
        if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return process.exitValue() == 0;
        }
        process.destroyForcibly();
        return false;
    }
}
