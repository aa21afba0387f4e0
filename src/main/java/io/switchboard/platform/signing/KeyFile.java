package io.switchboard.platform.signing;

import java.util.Optional;

/**
 * A private key as somebody uploads it: a JWK (RFC 8037), PEM with PKCS#8 (RFC 5958) or a PKCS#12 (RFC 7292) with its password. Never printed,
 * never kept: what is in it is sealed.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeyFile(byte[] bytes, Optional<String> password) {

    /** Larger ones are refused unread. */
    public static final int LARGEST = 48 * 1024;

    @Override
    public String toString() {
        return "KeyFile[hidden]";
    }
}
