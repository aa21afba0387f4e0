package io.switchboard.insight.assurance;

import io.switchboard.control.receipts.EvidenceBundles;
import io.switchboard.control.receipts.fsck.LogCheck;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.drills.DrillDesk;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The five claims of the posture pack, in the order in which a reader meets them. */
@Configuration(proxyBeanMethods = false)
class PackConfiguration {

    /** The shelf life of what is checked from records. */
    static final Duration CHECKS = Duration.ofDays(8);

    /** The shelf life of what has to be done to be known: a drill, a purge. */
    static final Duration DONE = Duration.ofDays(35);

    static final String VERIFY = """
            curl -sO https://PORTAL/.well-known/switchboard-root.jwk
            java -jar switchboard-verify.jar evidence.zip --trust-root switchboard-root.jwk""";

    private static final String KEYS = """
            curl -sO https://PORTAL/.well-known/switchboard-keys.json
            sha256sum switchboard-keys.json switchboard-root.jwk
            java -jar switchboard-verify.jar evidence.zip --trust-root switchboard-root.jwk""";

    @Bean
    PackClaims packClaims(
            PostureClaims posture,
            PackRows rows,
            EvidenceBundles bundles,
            LogCheck logs,
            TrustRoot root,
            KeyRing ring,
            DrillDesk drills,
            ObjectProvider<DeletionProof> deletions,
            @Value("${switchboard.public-url:" + PackClaims.PORTAL + "}") String portal) {
        KeySource keys = () -> PublishedKeys.verified(root.jwk(), ring.keySetEnvelope());
        return new PackClaims(
                List.of(
                        new FromPosture(
                                "policy-gated",
                                "Every governed action is gated by policy",
                                CHECKS,
                                VERIFY,
                                List.of("decided-by-policy", "no-change-around-policy"),
                                List::of),
                        new FromPosture(
                                "signed-receipts",
                                "Every governed action leaves a signed receipt",
                                CHECKS,
                                KEYS,
                                List.of("signed-receipts", "keys-vouched-for"),
                                () -> files(root, ring)),
                        new OfflineEvidence(new BundleCheck(bundles, keys), logs),
                        new ProvableDeletion(deletions.orderedStream().toList()),
                        new DrilledRecovery(drills)),
                posture,
                rows,
                portal);
    }

    private static List<Artifact> files(TrustRoot root, KeyRing ring) {
        return List.of(
                new Artifact(
                        "Published keys",
                        "/.well-known/switchboard-keys.json",
                        Optional.of(Sha256.of(ring.keySetEnvelope()))),
                new Artifact("Trust root", "/.well-known/switchboard-root.jwk", Optional.of(Sha256.of(root.jwk()))));
    }
}
