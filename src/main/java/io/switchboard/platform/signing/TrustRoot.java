package io.switchboard.platform.signing;

import io.switchboard.kernel.Utc;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform's root key (Ed25519), which signs the key sets and nothing else. Made at first use; where two nodes start at once, both end up
 * with the one that was stored first.
 */
@Component
public class TrustRoot {

    private static final Logger LOG = LoggerFactory.getLogger(TrustRoot.class);
    private static final String CONTEXT = "trust-root/";

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private volatile @Nullable Root known;

    public TrustRoot(JdbcClient jdbc, SecretBox box, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What an outsider pins: the base64url RFC 7638 thumbprint, also the key's {@code kid}. */
    public String fingerprint() {
        return root().kid();
    }

    /** The public JWK, as {@code /.well-known/switchboard-root.jwk} serves it and the verifier's {@code --trust-root} takes it. */
    public byte[] jwk() {
        Root root = root();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("x", Base64Url.encode(root.publicKey()));
        jwk.put("kid", root.kid());
        return CanonicalJson.of(jwk);
    }

    /** Whether the root's private part opens under the master key that the portal was started with. */
    public boolean opens() {
        Root root = root();
        try {
            return box.open(CONTEXT + root.kid(), root.sealedPrivate()).length > 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Whether the database at hand holds this very root; asks it each time. */
    boolean isStored() {
        return stored("").filter(there -> there.kid().equals(fingerprint())).isPresent();
    }

    DsseEnvelope sign(String payloadType, byte[] payload) {
        Root root = root();
        byte[] privateKey = box.open(CONTEXT + root.kid(), root.sealedPrivate());
        byte[] signature = Ed25519.sign(privateKey, DsseEnvelope.preAuthentication(payloadType, payload));
        return new DsseEnvelope(payloadType, payload, root.kid(), signature);
    }

    boolean verifies(DsseEnvelope envelope) {
        Root root = root();
        return envelope.keyId().equals(root.kid())
                && Ed25519.verifies(root.publicKey(), envelope.signedBytes(), envelope.signature());
    }

    /** In a transaction of its own: a root that a failing caller rolled back must not be remembered. */
    private Root root() {
        Root root = known;
        if (root == null) {
            root = ownTransaction.execute(_ -> stored("").orElseGet(this::create));
            known = root;
        }
        return root;
    }

    private Root create() {
        byte[] privateKey = Ed25519.newPrivateKey();
        byte[] publicKey = Ed25519.publicKey(privateKey);
        String kid = Ed25519.thumbprint(publicKey);
        jdbc.sql("INSERT IGNORE INTO trust_root (kid, public_key, sealed_private, created_at) VALUES (?, ?, ?, ?)")
                .params(kid, publicKey, box.seal(CONTEXT + kid, privateKey), Utc.column(clock.instant()))
                .update();
        Root root = stored(" LOCK IN SHARE MODE").orElseThrow();
        LOG.info("The platform's root key has the fingerprint {}: it is what outsiders pin", root.kid());
        return root;
    }

    /** A locking read sees what another node has committed since this transaction's snapshot; on the empty table it would only block. */
    private Optional<Root> stored(String lock) {
        return jdbc.sql("SELECT kid, public_key, sealed_private FROM trust_root" + lock)
                .query((row, _) -> new Root(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Root(String kid, byte[] publicKey, byte[] sealedPrivate) {}
}
