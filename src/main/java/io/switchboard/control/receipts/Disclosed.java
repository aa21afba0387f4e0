package io.switchboard.control.receipts;

import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.Base64Url;
import io.switchboard.platform.signing.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** An SD-JWT disclosure (RFC 9901 section 4.2.1): the base64url of {@code [salt, name, value]}, with 128 bits of salt. */
record Disclosed(String encoded) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 65_536;

    static Disclosed of(String name, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("the value disclosed as " + name + " has more than " + LONGEST
                    + " characters: commit to its digest instead");
        }
        return new Disclosed(Base64Url.encode(CanonicalJson.of(List.of(random128(), name, wellFormed(value)))));
    }

    /** What people type may hold half a character; it becomes U+FFFD, as a decoder would show it. */
    private static String wellFormed(String value) {
        return value.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** 22 characters of base64url. */
    static String random128() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    String name() {
        byte[] json = Base64.getUrlDecoder().decode(encoded);
        return JSON.readTree(json).path(1).asString();
    }

    /** The commitment in {@code _sd}. */
    String digest() {
        return Base64Url.encode(
                Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)).bytes());
    }
}
