package io.switchboard.verify.tlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads proofs from their files: C2SP {@code tlog-proof}, and a consistency proof with a hash on each line. */
public final class ProofFile {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private ProofFile() {}

    /**
     * The proof in a {@code tlog-proof} file for the checkpoint whose note is {@code note}, of a tree of {@code size} leaves; refused where another note is
     * embedded, be it by one byte.
     */
    public static InclusionProof inclusion(byte[] file, byte[] note, long size) throws Refuted {
        int end = blankLine(file);
        if (!Arrays.equals(file, end + 2, file.length, note, 0, note.length)) {
            throw new Refuted("the checkpoint in the proof is not the one beside it, byte for byte");
        }
        List<String> lines = Lines.of(new String(file, 0, end + 1, StandardCharsets.ISO_8859_1));
        if (!lines.getFirst().equals(FIRST)) {
            throw new Refuted("the first line is not " + FIRST);
        }
        int at = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? 2 : 1;
        if (at == 2) {
            Lines.base64(lines.get(1).substring(EXTRA.length())); // opaque and not authenticated: nobody uses it
        }
        long index = index(lines, at);
        return new InclusionProof(index, size, Lines.hashes(lines.subList(at + 1, lines.size())));
    }

    private static int blankLine(byte[] file) throws Refuted {
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == '\n' && file[i + 1] == '\n') {
                return i;
            }
        }
        throw new Refuted("there is no empty line between path and checkpoint");
    }

    private static long index(List<String> lines, int at) throws Refuted {
        if (at >= lines.size() || !lines.get(at).startsWith(INDEX)) {
            throw new Refuted("the line with the index is missing");
        }
        return Lines.decimal("index", lines.get(at).substring(INDEX.length()));
    }

    /** The proof in {@code file} that the tree of {@code size} leaves extends that of {@code from}. */
    public static ConsistencyProof consistency(byte[] file, long from, long size) throws Refuted {
        List<String> lines = Lines.of(new String(file, StandardCharsets.ISO_8859_1));
        return new ConsistencyProof(from, size, Lines.hashes(lines));
    }
}
