package io.switchboard.control.receipts.sequencer;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** C2SP {@code tlog-tiles}: entries one after the other, each after its length as a big-endian 16-bit number. */
final class EntryBundle {

    private EntryBundle() {}

    static byte[] of(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream(entries.size() * 34);
        for (byte[] entry : entries) {
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }
}
