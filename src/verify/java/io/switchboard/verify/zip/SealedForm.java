package io.switchboard.verify.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes that each record of the zip must have (APPNOTE 6.3, §4.3), derived from what the record is about. */
final class SealedForm {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int CENTRAL_HEADER = 46;
    static final int END_RECORD = 22;
    static final int MANY = 0xffff;

    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_64_RECORD = 56;
    private static final int LOCATOR_64_RECORD = 20;
    private static final short VERSION = 10;
    private static final short VERSION_64 = 45;
    private static final short UTF_8_NAMES = 0x0800;
    /** 1980-02-01 00:00:00: the time's two bytes are 0, the date's are day 1, month 2, year 0. */
    private static final int TIME = 0x0041_0000;

    private SealedForm() {}

    static byte[] localHeader(ZipEntryInfo entry) {
        var bytes = new byte[ZipEntryInfo.LOCAL_HEADER + entry.name().length()];
        ByteBuffer out = over(bytes);
        out.putInt(LOCAL);
        common(out, entry);
        out.put(entry.nameBytes());
        return bytes;
    }

    static byte[] centralHeader(ZipEntryInfo entry) {
        var bytes = new byte[CENTRAL_HEADER + entry.name().length()];
        ByteBuffer out = over(bytes);
        out.putInt(CENTRAL).putShort(VERSION);
        common(out, entry);
        // comment length, disk, internal and external attributes
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) entry.header()).put(entry.nameBytes());
        return bytes;
    }

    private static void common(ByteBuffer out, ZipEntryInfo entry) {
        out.putShort(VERSION).putShort(UTF_8_NAMES).putShort((short) 0).putInt(TIME);
        out.putInt(entry.crc()).putInt((int) entry.size()).putInt((int) entry.size());
        out.putShort((short) entry.name().length()).putShort((short) 0);
    }

    /** Everything after the central directory, which begins at {@code offset} and is {@code size} long. */
    static byte[] tail(int count, long size, long offset) {
        int extra = count < MANY ? 0 : END_64_RECORD + LOCATOR_64_RECORD;
        var bytes = new byte[extra + END_RECORD];
        ByteBuffer out = over(bytes);
        if (extra > 0) {
            end64(out, count, size, offset);
        }
        short shown = (short) Math.min(count, MANY);
        out.putInt(END).putInt(0).putShort(shown).putShort(shown);
        out.putInt((int) size).putInt((int) offset).putShort((short) 0);
        return bytes;
    }

    private static void end64(ByteBuffer out, long count, long size, long offset) {
        out.putInt(END_64).putLong(END_64_RECORD - 12).putShort(VERSION_64).putShort(VERSION_64);
        out.putInt(0).putInt(0).putLong(count).putLong(count).putLong(size).putLong(offset);
        out.putInt(LOCATOR_64).putInt(0).putLong(offset + size).putInt(1);
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
