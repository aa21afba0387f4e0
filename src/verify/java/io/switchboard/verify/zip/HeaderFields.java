package io.switchboard.verify.zip;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Names the field of a header in which two byte strings differ first, so that a refusal says more than "differs". */
final class HeaderFields {

    private static final NavigableMap<Integer, String> LOCAL = new TreeMap<>(Map.of(
            0, "signature",
            4, "version needed",
            6, "flags",
            8, "compression method (only STORED is taken)",
            10, "time or date",
            14, "CRC-32",
            18, "size",
            26, "name length",
            28, "extra field",
            30, "name"));
    private static final NavigableMap<Integer, String> CENTRAL = central();

    private HeaderFields() {}

    private static NavigableMap<Integer, String> central() {
        var fields = new TreeMap<Integer, String>();
        LOCAL.headMap(30).forEach((at, name) -> fields.put(at == 0 ? 0 : at + 2, name));
        fields.put(4, "version made by or needed");
        fields.put(32, "comment");
        fields.put(34, "disk number or attributes");
        fields.put(42, "offset of the local header");
        fields.put(46, "name");
        return fields;
    }

    static String differenceInLocal(byte[] wanted, byte[] found) {
        return difference(LOCAL, wanted, found);
    }

    static String differenceInCentral(byte[] wanted, byte[] found) {
        return difference(CENTRAL, wanted, found);
    }

    private static String difference(NavigableMap<Integer, String> fields, byte[] wanted, byte[] found) {
        return fields.floorEntry(Math.max(0, Arrays.mismatch(wanted, found))).getValue();
    }
}
