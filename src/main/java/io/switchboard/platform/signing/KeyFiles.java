package io.switchboard.platform.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what a tenant brings, told apart by its first character: a JWK, PEM, or the DER of a PKCS#12. */
final class KeyFiles {

    private KeyFiles() {}

    static BroughtKey read(KeyFile file, Instant now) throws UnusableKey {
        byte[] bytes = file.bytes();
        if (bytes.length == 0 || bytes.length > KeyFile.LARGEST) {
            throw new UnusableKey("The file has " + bytes.length + " bytes; a key has 1 to " + KeyFile.LARGEST
                    + ". Bring one private key, without anything else.");
        }
        return switch (firstCharacter(bytes)) {
            case '{' -> new BroughtKey.ForReceipts(OkpJwk.privateKey(bytes));
            case '-' -> new BroughtKey.ForReceipts(Pkcs8.privateKey(bytes));
            case '0' -> Pkcs12.read(bytes, password(file), now);
            default ->
                throw new UnusableKey("The file is no private key: it has to be a JWK of an Ed25519 key, a PEM file"
                        + " that begins with -----BEGIN PRIVATE KEY-----, or a PKCS#12.");
        };
    }

    /** A DER sequence begins with 0x30, which no text does that begins with a brace or a dash. */
    private static char firstCharacter(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1).strip();
        return head.isEmpty() ? ' ' : head.charAt(0);
    }

    private static String password(KeyFile file) throws UnusableKey {
        return file.password()
                .orElseThrow(() -> new UnusableKey("A PKCS#12 needs its password. Enter it with the file."));
    }
}
