package io.switchboard.verify.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** One signature line of a note: {@code — <name> <base64 of key id and signature>}. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NoteSignature(String name, int keyId, byte[] signature) {

    private static final String DASH = "\u2014 ";
    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;

    static NoteSignature parse(String line) throws Refuted {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new Refuted("a signature line is not a dash, a name and a signature");
        }
        String name = line.substring(DASH.length(), space);
        requireName(name);
        byte[] bytes = Lines.base64(line.substring(space + 1));
        if (bytes.length <= ID_BYTES) {
            throw new Refuted("a signature line has no signature");
        }
        int keyId = ByteBuffer.wrap(bytes).getInt();
        return new NoteSignature(name, keyId, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    private static void requireName(String name) throws Refuted {
        boolean blank = name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        if (blank || name.contains("+")) {
            throw new Refuted("a key's name holds a space or a plus sign");
        }
    }

    boolean names(NoteKey key) {
        return name.equals(key.name()) && keyId == idOf(key);
    }

    void require(String text, NoteKey key) throws Refuted {
        if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new Refuted("the note's signature by " + name + " does not verify");
        }
    }

    /** The first four bytes of SHA-256 over name, line feed, signature type and public key. */
    private static int idOf(NoteKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.name().getBytes(StandardCharsets.UTF_8));
            digest.update(new byte[] {'\n', ED25519});
            return ByteBuffer.wrap(digest.digest(key.publicKey())).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
