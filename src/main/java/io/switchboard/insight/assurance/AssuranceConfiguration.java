package io.switchboard.insight.assurance;

import io.switchboard.control.policy.Decisions;
import io.switchboard.control.receipts.ReceiptAudit;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.CommittedImports;
import io.switchboard.platform.signing.KeyRing;
import io.switchboard.platform.signing.TrustRoot;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The five checks, in the order in which a reader meets them. */
@Configuration(proxyBeanMethods = false)
class AssuranceConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    PostureClaims postureClaims(
            ReceiptAudit receipts,
            ReceiptQuery query,
            Decisions decisions,
            TrustRoot root,
            KeyRing ring,
            TableKeys tables,
            CommittedImports imports,
            Clock clock) {
        KeySource keys = () -> PublishedKeys.verified(root.jwk(), ring.keySetEnvelope());
        return new PostureClaims(
                List.of(
                        new DecidedByPolicy(receipts, decisions::findAll),
                        new SignedByTenant(receipts, keys, AssuranceConfiguration::somewhere, SignedByTenant.MOST),
                        new KeysVouchedFor(keys),
                        new KeptApart(
                                tables,
                                receipts,
                                (tenant, id) -> query.envelope(tenant, id).isPresent()),
                        new NoChangeAroundPolicy(imports::of, receipts)),
                clock);
    }

    /** An id that no receipt has, anywhere in the order of ids. */
    private static ReceiptId somewhere() {
        return ReceiptId.of(
                ByteBuffer.allocate(Long.BYTES).putLong(RANDOM.nextLong()).array());
    }
}
