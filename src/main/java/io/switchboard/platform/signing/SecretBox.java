package io.switchboard.platform.signing;

import io.switchboard.kernel.Sha256;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * Encryption at rest under the master key. {@code context} says what the bytes are and whose ({@code signing-key/<tenant>/<key>}); it is bound
 * in as additional data, so a sealed value that is moved to another row does not open. Opening what was changed is an
 * {@link IllegalStateException}.
 */
@Component
public class SecretBox {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final MasterKey master;

    public SecretBox(MasterKey master) {
        this.master = master;
    }

    public byte[] seal(String context, byte[] plain) {
        return AesGcm.seal(master.bytes(), context, plain);
    }

    public byte[] open(String context, byte[] sealed) {
        return AesGcm.open(master.bytes(), context, sealed);
    }

    /** Seals under a data key of its own: once the wrapped key is deleted, nobody opens the ciphertext again (crypto-shredding). */
    public Shreddable sealShreddable(String context, byte[] plain) {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return new Shreddable(seal(context + "/key", key), AesGcm.seal(key, context, plain));
    }

    public byte[] openShreddable(String context, Shreddable sealed) {
        return AesGcm.open(open(context + "/key", sealed.wrappedKey()), context, sealed.ciphertext());
    }

    /** A value and the one key that opens it, itself sealed. */
    @SuppressWarnings("ArrayRecordComponent") // opaque, and never compared
    public record Shreddable(byte[] wrappedKey, byte[] ciphertext) {

        /** Names the key without telling anything of it: SHA-256 of the key as it is wrapped. */
        public Sha256 keyDigest() {
            return Sha256.of(wrappedKey);
        }

        public Sha256 digest() {
            return Sha256.of(ciphertext);
        }
    }
}
