package io.switchboard.platform.signing;

import io.switchboard.kernel.LogId;
import io.switchboard.kernel.TenantId;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every tenant's keys and the signed key set that publishes them. Private keys are sealed at rest and opened for the one signature that
 * needs them: no key lies around in memory, and a key that another node made or ended counts at once.
 */
@Service
public class KeyRing {

    private final TenantKeys keys;
    private final KeySets sets;
    private final NewKeys newKeys;
    private final SecretBox box;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public KeyRing(
            JdbcClient jdbc, SecretBox box, TrustRoot root, Clock clock, PlatformTransactionManager transactions) {
        this.keys = new TenantKeys(jdbc);
        this.sets = new KeySets(jdbc, root, clock);
        this.newKeys = new NewKeys(box);
        this.box = box;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Gives a tenant its first keys, in the caller's transaction if there is one, and publishes them: Ed25519 for receipts and for the log, P-256 with
     * a certificate in the name of {@code displayName} for documents. Does nothing for a tenant that has keys.
     */
    public void establish(TenantId tenant, LogId log, String displayName) {
        transaction.executeWithoutResult(_ -> {
            sets.lock();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            if (keys.current(tenant, KeyUse.RECEIPT, now).isEmpty()) {
                for (KeyUse use : KeyUse.values()) {
                    keys.add(newKeys.make(KeySlot.first(tenant, log, use, now), displayName));
                }
                sets.publish(keys.everyTenants());
            }
        });
    }

    /** The log that the tenant's receipts belong to; empty before {@link #establish}. */
    public Optional<LogId> log(TenantId tenant) {
        return keys.current(tenant, KeyUse.RECEIPT, clock.instant()).map(TenantKey::log);
    }

    /** Signs with the tenant's current key of that use, which has to be an Ed25519 key. */
    public DsseEnvelope sign(TenantId tenant, KeyUse use, String payloadType, byte[] payload) {
        if (use != KeyUse.RECEIPT) {
            throw new IllegalArgumentException(
                    "envelopes are signed with a receipt key; a document key signs documents");
        }
        return receiptSigner(tenant, clock.instant()).sign(payloadType, payload);
    }

    /** Who signs what claims that time, so that the key is valid then also while keys are rotated; in the transaction that the signature is for. */
    public ReceiptSigner receiptSigner(TenantId tenant, Instant at) {
        TenantKey key = require(tenant, KeyUse.RECEIPT, at);
        return new ReceiptSigner(
                key.log(), key.keyId(), message -> Ed25519.sign(box.open(key.context(), key.sealedPrivate()), message));
    }

    /** The tenant's current log key; one is made and published for a tenant that was there before logs were. */
    public LogKey logKey(TenantId tenant) {
        return keys.signing(tenant, KeyUse.LOG, clock.instant())
                .map(this::opened)
                .orElseGet(() -> transaction.execute(_ -> firstLogKey(tenant)));
    }

    private LogKey firstLogKey(TenantId tenant) {
        sets.lock();
        List<TenantKey> all = keys.locked(tenant);
        if (all.stream().noneMatch(key -> key.use() == KeyUse.LOG)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            LogId log = require(tenant, KeyUse.RECEIPT).log();
            keys.add(newKeys.make(KeySlot.first(tenant, log, KeyUse.LOG, now), log.value()));
            sets.publish(keys.everyTenants());
        }
        return opened(require(tenant, KeyUse.LOG));
    }

    private LogKey opened(TenantKey key) {
        return new LogKey(
                key.keyId(),
                key.publicKey(),
                message -> Ed25519.sign(box.open(key.context(), key.sealedPrivate()), message));
    }

    /** Whether a receipt key of that tenant, valid at that time, signed the envelope. */
    public boolean verifies(TenantId tenant, DsseEnvelope envelope, Instant at) {
        return keys.find(tenant, envelope.keyId())
                .filter(key -> key.use() == KeyUse.RECEIPT && key.window().includes(at))
                .filter(key -> Ed25519.verifies(key.publicKey(), envelope.signedBytes(), envelope.signature()))
                .isPresent();
    }

    public DocumentKey documentSigner(TenantId tenant) {
        TenantKey key = require(tenant, KeyUse.DOCUMENT);
        return EcDocumentKey.of(key.certificates().orElseThrow(), box.open(key.context(), key.sealedPrivate()));
    }

    /** The certificates of the tenant's current document key, signer first; the private key stays sealed. */
    public List<X509Certificate> documentCertificates(TenantId tenant) {
        return X509.parse(require(tenant, KeyUse.DOCUMENT).certificates().orElseThrow());
    }

    /** The newest key set as {@code /.well-known/switchboard-keys.json} serves it: the exact bytes of a DSSE envelope. */
    public byte[] keySetEnvelope() {
        return sets.newest().orElseGet(this::publishFirst);
    }

    private byte[] publishFirst() {
        transaction.executeWithoutResult(_ -> {
            sets.lock();
            if (sets.isEmpty()) {
                sets.publish(keys.everyTenants());
            }
        });
        return sets.newest().orElseThrow();
    }

    private TenantKey require(TenantId tenant, KeyUse use) {
        return require(tenant, use, clock.instant());
    }

    private TenantKey require(TenantId tenant, KeyUse use, Instant at) {
        return keys.signing(tenant, use, at)
                .orElseThrow(() -> new IllegalStateException("Tenant " + tenant + " has no valid " + use.wire()
                        + " key: its keys are made with the tenant; create or renew them first."));
    }
}
