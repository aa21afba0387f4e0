package io.switchboard.verify;

import java.nio.file.Path;

/** The verifier's command line in this process, for tests of what the portal writes. */
public record OfflineVerifier(int exit, String output) {

    public static OfflineVerifier run(Path folder, byte[] bundle, byte[] rootJwk) {
        TestRun run = TestRun.of(
                TestRun.write(folder, "bundle.zip", bundle).toString(),
                "--trust-root",
                TestRun.write(folder, "root.jwk", rootJwk).toString());
        return new OfflineVerifier(run.exit(), run.out() + run.err());
    }
}
