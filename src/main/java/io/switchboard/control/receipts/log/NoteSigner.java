package io.switchboard.control.receipts.log;

import io.switchboard.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * Signs C2SP {@code signed-note}s with an Ed25519 key under a name; a checkpoint's signer is named as its origin. {@code publicKey} is the raw 32 bytes, {@code
 * sign} answers the raw 64 of a signature.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NoteSigner(String name, byte[] publicKey, UnaryOperator<byte[]> sign) {

    private static final byte ED25519 = 1;

    /** The note: text, an empty line, and the signature line with an em dash. */
    public String sign(String text) {
        var signature = sign.apply(text.getBytes(StandardCharsets.UTF_8));
        var keyed = ByteBuffer.allocate(4 + signature.length)
                .put(keyHash())
                .put(signature)
                .array();
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(keyed) + "\n";
    }

    /** The vkey that verifies: {@code name+hash+key}. */
    public String verifierKey() {
        var typed = ByteBuffer.allocate(1 + publicKey.length)
                .put(ED25519)
                .put(publicKey)
                .array();
        return name + "+" + java.util.HexFormat.of().formatHex(keyHash()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** First four bytes of SHA-256 over name, newline, algorithm and key. */
    byte[] keyHash() {
        MessageDigest digest = Sha256.newDigest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(publicKey), 4);
    }
}
