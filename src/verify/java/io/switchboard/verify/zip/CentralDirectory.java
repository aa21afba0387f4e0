package io.switchboard.verify.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Walks central directory and local headers side by side. Of each central header only name, size and CRC-32 are read; both headers are then
 * derived again and have to be there exactly, one local entry after the other from offset 0.
 */
final class CentralDirectory {

    private final ZipFileReader file;
    private final Map<String, ZipEntryInfo> entries = new LinkedHashMap<>();
    private long next;

    private CentralDirectory(ZipFileReader file) {
        this.file = file;
    }

    static Map<String, ZipEntryInfo> read(ZipFileReader file, EndOfDirectory end) throws IOException, MalformedZip {
        var directory = new CentralDirectory(file);
        directory.walk(end);
        return directory.entries;
    }

    private void walk(EndOfDirectory end) throws IOException, MalformedZip {
        ByteBuffer central =
                ByteBuffer.wrap(file.read(end.offset(), end.size())).order(ByteOrder.LITTLE_ENDIAN);
        while (central.hasRemaining()) {
            add(central);
        }
        if (entries.size() != end.count()) {
            throw new MalformedZip(
                    "the end record counts " + end.count() + " entries, the directory has " + entries.size());
        }
        if (next != end.offset()) {
            throw new MalformedZip("there are bytes between the last entry and the central directory");
        }
    }

    private void add(ByteBuffer central) throws IOException, MalformedZip {
        ZipEntryInfo entry = entry(central);
        requireCentral(central, entry);
        requireLocal(entry);
        if (entries.putIfAbsent(entry.name(), entry) != null) {
            throw new MalformedZip("two entries are called " + entry.name());
        }
        next = entry.end();
    }

    private ZipEntryInfo entry(ByteBuffer central) throws MalformedZip {
        int at = central.position();
        if (central.remaining() < SealedForm.CENTRAL_HEADER || central.getInt(at) != SealedForm.CENTRAL) {
            throw new MalformedZip("the central directory has a record that is no file header");
        }
        var name = new byte[Short.toUnsignedInt(central.getShort(at + 28))];
        if (central.remaining() < SealedForm.CENTRAL_HEADER + name.length) {
            throw new MalformedZip("the central directory ends inside a header");
        }
        central.get(at + SealedForm.CENTRAL_HEADER, name);
        long size = Integer.toUnsignedLong(central.getInt(at + 24));
        return new ZipEntryInfo(SafeName.of(name), size, central.getInt(at + 16), next);
    }

    private static void requireCentral(ByteBuffer central, ZipEntryInfo entry) throws MalformedZip {
        byte[] wanted = SealedForm.centralHeader(entry);
        var found = new byte[wanted.length];
        central.get(found);
        if (!Arrays.equals(wanted, found)) {
            throw new MalformedZip("the central header of " + entry.name() + " is not in the sealed form: "
                    + HeaderFields.differenceInCentral(wanted, found));
        }
    }

    private void requireLocal(ZipEntryInfo entry) throws IOException, MalformedZip {
        byte[] wanted = SealedForm.localHeader(entry);
        byte[] found = file.read(entry.header(), wanted.length);
        if (!Arrays.equals(wanted, found)) {
            throw new MalformedZip("the local header of " + entry.name() + " does not match the central directory: "
                    + HeaderFields.differenceInLocal(wanted, found));
        }
    }
}
