package io.switchboard.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** BagIt (RFC 8493) in the one order a bundle has: the declaration, the payload manifest, then data/ by the bytes of the path. */
final class BagLayout {

    static final String MANIFEST = "manifest-sha256.txt";
    static final String STATEMENT = "data/bundle.dsse.json";
    static final String KEYS = "data/keys.json";

    private static final String BAGIT = "bagit.txt";
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    private static final Comparator<String> ORDER =
            Comparator.comparing((String path) -> path.startsWith("data/")).thenComparing(Comparator.naturalOrder());

    private BagLayout() {}

    static void check(Contents contents, Findings findings) throws IOException {
        for (String needed : List.of(BAGIT, MANIFEST, STATEMENT, KEYS)) {
            if (!contents.has(needed)) {
                findings.add(Check.LAYOUT, needed, "missing");
            }
        }
        requireOrder(contents, findings);
        byte[] declaration = DECLARATION.getBytes(StandardCharsets.US_ASCII);
        var found = contents.bytes(BAGIT);
        if (found.isPresent() && !Arrays.equals(declaration, found.get())) {
            findings.add(Check.LAYOUT, BAGIT, "not the declaration of a BagIt 1.0 bag in UTF-8");
        }
    }

    private static void requireOrder(Contents contents, Findings findings) {
        List<String> sorted = new ArrayList<>(contents.paths());
        sorted.sort(ORDER);
        if (!sorted.equals(List.copyOf(contents.paths()))) {
            findings.add(Check.LAYOUT, "-", "the files are not in the order that a bundle has");
        }
    }
}
