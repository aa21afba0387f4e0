package io.switchboard.platform.signing;

import io.switchboard.kernel.Sha256;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tenant's key as a member of the published JWK Set (RFC 7517, RFC 8037). */
final class Jwk {

    private static final int P256_BYTES = 32;

    private Jwk() {}

    static Map<String, Object> of(TenantKey key) {
        Map<String, Object> jwk = new LinkedHashMap<>(
                switch (key.use()) {
                    case RECEIPT, LOG -> Map.of("kty", "OKP", "crv", "Ed25519", "x", Base64Url.encode(key.publicKey()));
                    case DOCUMENT -> document(key.certificates().orElseThrow());
                });
        jwk.put("kid", key.keyId());
        jwk.put("use", "sig");
        jwk.put("switchboard_use", key.use().wire());
        jwk.put("log", key.log().value());
        jwk.put("nbf", key.window().from().getEpochSecond());
        key.window().until().ifPresent(end -> jwk.put("exp", end.getEpochSecond()));
        return jwk;
    }

    private static Map<String, Object> document(byte[] certificates) {
        List<X509Certificate> chain = X509.parse(certificates);
        Map<String, Object> jwk =
                new LinkedHashMap<>(members((ECPublicKey) chain.getFirst().getPublicKey()));
        jwk.put("x5c", chain.stream().map(X509::base64).toList());
        return jwk;
    }

    /** RFC 7638 thumbprint of a P-256 key. */
    static String thumbprint(ECPublicKey key) {
        return Base64Url.encode(Sha256.of(CanonicalJson.of(members(key))).bytes());
    }

    private static Map<String, Object> members(ECPublicKey key) {
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                coordinate(key.getW().getAffineX()),
                "y",
                coordinate(key.getW().getAffineY()));
    }

    /** Fixed length, big-endian (RFC 7518 section 6.2.1.2). */
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        var fixed = new byte[P256_BYTES];
        int length = Math.min(bytes.length, P256_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, P256_BYTES - length, length);
        return Base64Url.encode(fixed);
    }
}
