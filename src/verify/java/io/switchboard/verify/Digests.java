package io.switchboard.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in the forms that the formats use. */
final class Digests {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private static final MessageDigest UNUSED = create();

    private Digests() {}

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A fresh one; copied, since looking one up takes as long as digesting a receipt. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return create();
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Base64url without padding of SHA-256 over the ASCII of {@code text}. */
    static String base64url(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** {@code rcp_} and base32 of the first 20 bytes of SHA-256 over the payload. */
    static String receiptId(byte[] payload) {
        return "rcp_" + base32(Arrays.copyOf(sha256().digest(payload), 20));
    }

    /** RFC 4648 base32 in lower case, for a multiple of five bytes. */
    private static String base32(byte[] bytes) {
        var out = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 5) {
            long block = 0;
            for (int j = 0; j < 5; j++) {
                block = block << 8 | bytes[i + j] & 0xff;
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                out.append(BASE32.charAt((int) (block >> shift) & 31));
            }
        }
        return out.toString();
    }
}
