package io.switchboard.build;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks WOFF 1.0 (W3C Recommendation, 13 December 2012): a TrueType file whose tables are compressed one by one.
 */
public final class Woff {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    private Woff() {}

    /** @throws IllegalArgumentException where the bytes are not WOFF 1.0 */
    public static byte[] unpack(byte[] packed) {
        var woff = ByteBuffer.wrap(packed);
        if (packed.length < HEADER || woff.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("not a WOFF 1.0 font: it does not begin with wOFF");
        }
        int tables = woff.getShort(12) & 0xFFFF;
        var sfnt = ByteBuffer.allocate(woff.getInt(16));
        putHeader(sfnt, woff.getInt(4), tables);
        int offset = 12 + 16 * tables;
        for (int i = 0; i < tables; i++) {
            offset = putTable(woff, HEADER + ENTRY * i, sfnt, offset);
        }
        return sfnt.array();
    }

    private static void putHeader(ByteBuffer sfnt, int flavour, int tables) {
        int power = Integer.highestOneBit(tables);
        sfnt.putInt(flavour).putShort((short) tables).putShort((short) (power * 16));
        sfnt.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((tables - power) * 16));
    }

    /** An entry is tag, offset, packed length, length, checksum; tables start on multiples of four. */
    private static int putTable(ByteBuffer woff, int entry, ByteBuffer sfnt, int offset) {
        byte[] table = table(woff, woff.getInt(entry + 4), woff.getInt(entry + 8), woff.getInt(entry + 12));
        sfnt.putInt(woff.getInt(entry))
                .putInt(woff.getInt(entry + 16))
                .putInt(offset)
                .putInt(table.length);
        sfnt.put(offset, table);
        return offset + (table.length + 3 & ~3);
    }

    private static byte[] table(ByteBuffer woff, int offset, int packedLength, int length) {
        byte[] packed = new byte[packedLength];
        woff.get(offset, packed);
        return packedLength == length ? packed : inflated(packed, length);
    }

    private static byte[] inflated(byte[] packed, int length) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            byte[] table = new byte[length];
            if (inflater.inflate(table) != length) {
                throw new IllegalArgumentException("a table of the WOFF font is shorter than it says");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a table of the WOFF font does not unpack", e);
        }
    }
}
