package io.switchboard.platform.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM (NIST SP 800-38D): one version byte, 12 bytes of random nonce, ciphertext with its 128-bit tag. */
final class AesGcm {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int HEAD = 1 + NONCE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static byte[] seal(byte[] key, String context, byte[] plain) {
        var head = new byte[HEAD];
        RANDOM.nextBytes(head);
        head[0] = VERSION;
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, context, head).doFinal(plain);
            byte[] all = Arrays.copyOf(head, HEAD + sealed.length);
            System.arraycopy(sealed, 0, all, HEAD, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    static byte[] open(byte[] key, String context, byte[] sealed) {
        if (sealed.length < HEAD || sealed[0] != VERSION) {
            throw unreadable(context, null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, context, sealed).doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (GeneralSecurityException e) {
            throw unreadable(context, e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, String context, byte[] head) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, head, 1, NONCE));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static IllegalStateException unreadable(String context, @Nullable Exception cause) {
        return new IllegalStateException(
                "What is sealed for " + context + " does not open: it was changed or moved, or switchboard.master-key"
                        + " is not the key it was sealed with. Start with the key that this database was filled with.",
                cause);
    }
}
