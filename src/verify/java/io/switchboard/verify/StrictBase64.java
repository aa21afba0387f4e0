package io.switchboard.verify;

import java.util.Base64;

/** Base64 with exactly one text for each content in each alphabet: no blanks, no stray bits, padding whole or absent. */
final class StrictBase64 {

    private StrictBase64() {}

    /** Either alphabet of RFC 4648 (not mixed), with or without padding: what DSSE asks a verifier to take. */
    static byte[] either(String text) throws Refused {
        boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        return url
                ? decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder())
                : decode(text, Base64.getDecoder(), Base64.getEncoder());
    }

    /** The URL-safe alphabet without padding: what JOSE and SD-JWT write. */
    static byte[] url(String text) throws Refused {
        if (text.endsWith("=")) {
            throw new Refused("base64url carries padding");
        }
        return decode(text, Base64.getUrlDecoder(), Base64.getUrlEncoder());
    }

    private static byte[] decode(String text, Base64.Decoder decoder, Base64.Encoder encoder) throws Refused {
        byte[] bytes = bytes(text, decoder);
        boolean padded = text.equals(encoder.encodeToString(bytes));
        if (!padded && !text.equals(encoder.withoutPadding().encodeToString(bytes))) {
            throw new Refused("base64 with stray bits or wrong padding");
        }
        return bytes;
    }

    private static byte[] bytes(String text, Base64.Decoder decoder) throws Refused {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("not base64", e);
        }
    }
}
