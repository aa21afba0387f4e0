package io.switchboard.platform.signing;

import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one secret that comes from outside: 32 bytes, base64, setting {@code switchboard.master-key}. Never printed, never logged. */
@Component
public final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] bytes;

    public MasterKey(@Value("${switchboard.master-key}") String base64) {
        bytes = decode(base64.strip());
    }

    private static byte[] decode(String base64) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(wrong("is not base64")); // without the cause, which may quote the key
        }
        if (decoded.length != BYTES) {
            throw new IllegalStateException(wrong("has " + decoded.length + " bytes"));
        }
        return decoded;
    }

    private static String wrong(String how) {
        return "The setting switchboard.master-key " + how
                + ": it has to be 32 random bytes in base64; make one with `openssl rand -base64 32`.";
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
