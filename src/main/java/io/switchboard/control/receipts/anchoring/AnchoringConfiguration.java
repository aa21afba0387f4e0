package io.switchboard.control.receipts.anchoring;

import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.platform.documents.SignatureTimestamps;
import io.switchboard.platform.scheduling.RecurringWork;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** {@code switchboard.anchoring.authority} is the address of an RFC 3161 authority and {@code switchboard.anchoring.roots} a PEM file of the roots it is believed under. */
@Configuration(proxyBeanMethods = false)
class AnchoringConfiguration {

    private static final Duration AT_LEISURE = Duration.ofSeconds(10);
    private static final Duration WHILE_A_DOCUMENT_WAITS = Duration.ofSeconds(3);

    @Bean
    Anchoring anchoring(
            @Value("${switchboard.anchoring.authority:}") String address,
            @Value("${switchboard.anchoring.roots:}") String roots,
            Anchors anchors,
            LogReader logs,
            Clock clock,
            PlatformTransactionManager transactions)
            throws IOException, CertificateException {
        return new Anchoring(authority(address, roots, AT_LEISURE), anchors, logs, clock, transactions);
    }

    @Bean
    SignatureTimestamps signatureTimestamps(
            @Value("${switchboard.anchoring.authority:}") String address,
            @Value("${switchboard.anchoring.roots:}") String roots,
            Clock clock)
            throws IOException, CertificateException {
        return authority(address, roots, WHILE_A_DOCUMENT_WAITS)
                .<SignatureTimestamps>map(authority -> new AttestedSignatures(authority, clock))
                .orElse(SignatureTimestamps.NONE);
    }

    private static Optional<TimestampAuthority> authority(String address, String roots, Duration patience)
            throws IOException, CertificateException {
        return address.isBlank()
                ? Optional.empty()
                : Optional.of(new Rfc3161Authority(
                        URI.create(address), new PinnedAuthorities(certificates(Path.of(roots))), patience));
    }

    private static List<X509Certificate> certificates(Path pem) throws IOException, CertificateException {
        try (InputStream content = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    @Bean
    RecurringWork anchorLogs(Anchoring anchoring) {
        return new RecurringWork("anchor-logs", Duration.ofSeconds(10), anchoring::work);
    }
}
