package io.switchboard.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long the packaged portal takes from the command to a refreshed context, with and without an AOT cache (JEP 514). */
final class StartFigures {

    private final BenchServices services;
    private final Path folder;

    StartFigures(BenchServices services, Path folder) {
        this.services = services;
        this.folder = folder.resolve("start");
    }

    void measure(Report report) throws Exception {
        var jar = extracted();
        var cache = folder.resolve("portal.aot").toAbsolutePath();
        run(jar, "-XX:AOTCacheOutput=" + cache);
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run left no AOT cache");
        }
        var plain = new Rounds();
        var cached = new Rounds();
        for (int round = 0; round < Rounds.COUNT; round++) {
            plain.time(() -> run(jar, "-XX:AOTMode=off"));
            cached.time(() -> run(jar, "-XX:AOTCache=" + cache));
        }
        report.add("start.aot-cache", cached.median(), "s", plain.median() / cached.median(), "without-cache", 2.2);
    }

    private Path extracted() throws Exception {
        var jar = packaged();
        command(List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString()));
        return folder.resolve(jar.getFileName()).toAbsolutePath();
    }

    private static Path packaged() {
        var jars = new File("target").listFiles((dir, name) -> name.matches("switchboard-\\d.*\\.jar"));
        return Arrays.stream(jars == null ? new File[0] : jars)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no portal jar in target: run the package phase first"))
                .toPath();
    }

    private void run(Path jar, String option) throws Exception {
        var command = new ArrayList<>(List.of(java(), option, "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Dspring.context.exit=onRefresh"));
        command.addAll(List.of("-jar", jar.toString(), "--server.port=0", "--spring.datasource.username=root"));
        command.add("--spring.datasource.url=" + services.url("start"));
        command.add("--switchboard.master-key=" + BenchServices.MASTER_KEY);
        command.add("--switchboard.development=true"); // no platform's own provider is asked for
        command(command);
    }

    private void command(List<String> command) throws Exception {
        Files.createDirectories(folder);
        var log = folder.resolve("last.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " did not end well: " + tail(log));
        }
    }

    private static String tail(File log) {
        try {
            var text = Files.readString(log.toPath());
            return text.substring(Math.max(0, text.length() - 2_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
