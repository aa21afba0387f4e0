package io.switchboard.verify;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The verifier's command line in this process, for tests of what the portal writes. */
public record OfflineVerifier(int exit, String output) {

    public static OfflineVerifier run(Path folder, byte[] bundle, byte[] rootJwk, String... more) {
        var arguments = Stream.concat(
                Stream.of(
                        TestRun.write(folder, "bundle.zip", bundle).toString(),
                        "--trust-root",
                        TestRun.write(folder, "root.jwk", rootJwk).toString()),
                Stream.of(more));
        TestRun run = TestRun.of(arguments.toArray(String[]::new));
        return new OfflineVerifier(run.exit(), run.out() + run.err());
    }

    /** A file for an argument. */
    public static String file(Path folder, String name, byte[] content) {
        return TestRun.write(folder, name, content).toString();
    }
}
