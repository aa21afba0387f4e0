package io.switchboard.verify.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A C2SP {@code signed-note}: a text and signature lines. Parsing authenticates nothing; {@link #requireSignedBy} does. Lines of unknown keys are
 * ignored, a line of a known key has to verify.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MAX_SIGNATURES = 100;

    /** Reads the whole note. */
    public static SignedNote parse(byte[] bytes) throws Refuted {
        String note = Lines.text(bytes);
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new Refuted("the note has no blank line between text and signatures");
        }
        List<String> lines = Lines.of(note.substring(blank + 2));
        if (lines.isEmpty() || lines.size() > MAX_SIGNATURES) {
            throw new Refuted("the note has " + lines.size() + " signature lines, not 1 to " + MAX_SIGNATURES);
        }
        var signatures = new ArrayList<NoteSignature>(lines.size());
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** Those of {@code keys} that signed; refuses where none did, or where a line names one of them and does not verify. */
    public <K extends NoteKey> List<K> requireSignedBy(List<K> keys) throws Refuted {
        var signers = new ArrayList<K>();
        for (NoteSignature signature : signatures) {
            for (K key : keys) {
                if (signature.names(key)) {
                    signature.require(text, key);
                    signers.add(key);
                }
            }
        }
        if (signers.isEmpty()) {
            throw new Refuted("none of the note's signatures is by a key of the log");
        }
        return signers;
    }
}
