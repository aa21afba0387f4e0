package io.switchboard.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key pair of the JDK, so that what the verifier checks was not signed by the library it checks with. */
final class TestKey {

    private final KeyPair pair;

    TestKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String x() {
        byte[] spki = pair.getPublic().getEncoded();
        return url(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    String kid() {
        return url(sha256("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x() + "\"}"));
    }

    String rootJwk() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x() + "\",\"kid\":\"" + kid() + "\"}";
    }

    /** A member of a key set, valid from 2026 on; {@code end} is empty or {@code ,"exp":…}. */
    String jwk(String use, String log, String end) {
        return """
                {"kty":"OKP","crv":"Ed25519","x":"%s","kid":"%s","use":"sig","switchboard_use":"%s","log":"%s","nbf":1767225600%s}""".formatted(x(), kid(), use, log, end);
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
