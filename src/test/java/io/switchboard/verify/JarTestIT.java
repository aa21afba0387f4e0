package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is handed out, started as an outsider starts it. */
class JarTestIT {

    private static final Path JAR = Path.of("target", "switchboard-verify.jar");

    @TempDir
    Path folder;

    @Test
    void staysBelowTwelveMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isBetween(1_000_000L, 12_000_000L);
    }

    @Test
    void verifiesABundleByItselfAndNoticesAFlippedByte() throws IOException, InterruptedException {
        var bundle = new TestBundle(2);
        byte[] zip = bundle.seal();
        String root = TestRun.write(folder, "root.jwk", TestBundle.utf8(bundle.root.rootJwk()))
                .toString();
        assertThat(run(TestRun.write(folder, "b.zip", zip).toString(), "--trust-root", root))
                .isZero();
        assertThat(Files.readString(folder.resolve("out"))).contains("valid: signed - 2 receipts");
        zip[zip.length / 2] ^= 1;
        assertThat(run(TestRun.write(folder, "b.zip", zip).toString(), "--trust-root", root))
                .isEqualTo(1);
        assertThat(run("--nonsense")).isEqualTo(2);
    }

    @Test
    void verifiesTheLogATimestampAndACopyByItself() throws IOException, InterruptedException {
        var bundle = TestBundle.logged(2, 3);
        bundle.seal();
        byte[] note = bundle.checkpoint.orElseThrow();
        var authority = new TestAuthority(KeyPurposeId.id_kp_timeStamping);
        bundle.extra.put("data/anchors/6.checkpoint", note);
        bundle.extra.put("data/anchors/6.tsr", authority.stamp(note, "2026-03-20T00:00:00Z"));
        String zip = write("b.zip", bundle.seal());
        String root = write("root.jwk", TestBundle.utf8(bundle.root.rootJwk()));
        String authorities = write("tsa.pem", TestBundle.utf8(authority.rootPem()));
        String[] anchored = {
            zip, "--trust-root", root, "--tsa-roots", authorities, "--checkpoint", zip, "--require", "anchored"
        };
        assertThat(run(anchored)).isZero();
        assertThat(Files.readString(folder.resolve("out"))).contains("valid: anchored - 2 receipts");
        Path copy = Files.createDirectory(folder.resolve("copy"));
        TestMirror.write(copy, bundle.log());
        Files.write(copy.resolve("checkpoint"), note);
        String keys = write("keys.json", bundle.file("data/keys.json"));
        assertThat(run("--mirror", copy.toString(), "--keys", keys, "--trust-root", root))
                .isZero();
    }

    private String write(String name, byte[] bytes) {
        return TestRun.write(folder, name, bytes).toString();
    }

    private int run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(args));
        File out = folder.resolve("out").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out)
                .start()
                .waitFor();
    }
}
