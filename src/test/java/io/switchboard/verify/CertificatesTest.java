package io.switchboard.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    @TempDir
    Path folder;

    private TestRun with(String pem) {
        var bundle = new TestBundle(1);
        bundle.extra.put("data/certificates.pem", TestBundle.utf8(pem));
        return TestRun.of(folder, bundle.seal(), bundle.root);
    }

    @Test
    void takesCertificates() {
        assertThat(with(TestCertificate.pem() + TestCertificate.pem()).exit()).isZero();
    }

    @Test
    void refusesWhatIsNotACertificate() {
        String pem = TestCertificate.pem();
        for (String wrong : new String[] {
            "", "hello", pem.replace("CERTIFICATE", "PUBLIC KEY"), pem.replace("\nMI", "\nAA"), pem.substring(0, 60)
        }) {
            TestRun run = with(wrong);
            assertThat(run.exit()).as(wrong).isEqualTo(1);
            assertThat(run.out()).contains("FAIL  certificates  data/certificates.pem");
        }
    }
}
