package io.switchboard.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the verifier's command line in this process: exit code and what it printed. */
record TestRun(int exit, String out, String err) {

    /** Runs on {@code bundle} with the bundle's own root as trust root. */
    static TestRun of(Path folder, byte[] zip, TestKey root, String... more) {
        List<String> args =
                new ArrayList<>(List.of(write(folder, "bundle.zip", zip).toString()));
        args.addAll(List.of(
                "--trust-root",
                write(folder, "root.jwk", TestBundle.utf8(root.rootJwk())).toString()));
        args.addAll(List.of(more));
        return of(args.toArray(String[]::new));
    }

    static TestRun of(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = new Cli(print(out), print(err)).run(List.of(args));
        return new TestRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** The verdict's line. */
    String last() {
        return out.lines().toList().getLast();
    }
}
