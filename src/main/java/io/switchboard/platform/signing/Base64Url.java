package io.switchboard.platform.signing;

import java.util.Base64;

/** Base64url without padding (RFC 4648 section 5), the form of JWK members, thumbprints and SD-JWT. */
public final class Base64Url {

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
