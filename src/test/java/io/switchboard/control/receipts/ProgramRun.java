package io.switchboard.control.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What another program came to, and what it said on both its streams. */
record ProgramRun(int exit, String output) {

    private static final long MINUTES = 2;

    static ProgramRun of(Path folder, Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return ended(builder.start(), command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProgramRun ended(Process process, List<String> command) throws IOException, InterruptedException {
        process.getOutputStream().close();
        var _ = process.onExit().orTimeout(MINUTES, TimeUnit.MINUTES).exceptionally(late -> process.destroyForcibly());
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ProgramRun(process.waitFor(), String.join(" ", command) + "\n" + output);
    }
}
