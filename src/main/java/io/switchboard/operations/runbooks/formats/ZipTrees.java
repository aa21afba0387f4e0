package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.imports.documents.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an archive's files. Limits: 10,000 files, 4 MB each and 400 MB together when unpacked, and no file grows to more than 200 times what it takes in the archive. An archive in the archive and any
 * file that is neither YAML nor JSON is a reject; only what cannot be unpacked ends the whole.
 */
final class ZipTrees implements Trees {

    private static final int FILES = 10_000;
    private static final int FILE_BYTES = 4 << 20;
    private static final long ALL_BYTES = 400L << 20;
    private static final int RATIO = 200;
    private static final int SMALL = 64 << 10;

    private final ZipInputStream zip;
    private int files;
    private long bytes;
    private String path = "";
    private @Nullable Trees trees;
    private @Nullable Tree ahead;

    private ZipTrees(ZipInputStream zip) {
        this.zip = zip;
        this.ahead = read();
    }

    static Trees open(InputStream bytes) {
        return new ZipTrees(new ZipInputStream(bytes));
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Tree next() {
        var found = Optional.ofNullable(ahead).orElseThrow(NoSuchElementException::new);
        ahead = read();
        return found;
    }

    private @Nullable Tree read() {
        while (true) {
            var found = ofFile();
            if (found.isPresent()) {
                return found.get();
            }
            var entry = guarded(zip::getNextEntry);
            if (entry == null) {
                return null;
            }
            if (!entry.isDirectory()) {
                var fault = enter(entry);
                if (fault.isPresent()) {
                    return fault.get();
                }
            }
        }
    }

    /** The next document of the file that is being read. */
    private Optional<Tree> ofFile() {
        var current = trees;
        try {
            if (current != null && current.hasNext()) {
                return Optional.of(current.next().in(path));
            }
            trees = null;
            return Optional.empty();
        } catch (UnreadableFile e) {
            trees = null;
            return Optional.of(faulty(e.explanation()));
        }
    }

    private Optional<Tree> enter(ZipEntry entry) {
        path = shortened(entry.getName());
        if (++files > FILES) {
            throw refused("has more than " + FILES + " files");
        }
        var content = unpacked(entry);
        if (isBookkeeping(entry.getName())) {
            return Optional.empty();
        }
        try {
            return opened(entry.getName().toLowerCase(Locale.ROOT), content);
        } catch (UnreadableFile e) {
            return Optional.of(faulty(e.explanation()));
        }
    }

    private Optional<Tree> opened(String name, byte[] content) {
        if (name.endsWith(".json")) {
            trees = JsonTrees.open(new ByteArrayInputStream(content));
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            trees = YamlTrees.open(new ByteArrayInputStream(content));
        } else {
            return Optional.of(faulty("The file is neither .yaml, .yml nor .json, so it is not read."));
        }
        return Optional.empty();
    }

    private byte[] unpacked(ZipEntry entry) {
        var content = guarded(() -> zip.readNBytes(FILE_BYTES + 1));
        if (content.length > FILE_BYTES) {
            throw refused("has a file of more than 4 MB, " + path);
        }
        guarded(() -> {
            zip.closeEntry();
            return content;
        });
        bytes += content.length;
        if (bytes > ALL_BYTES) {
            throw refused("has more than 400 MB when it is unpacked");
        }
        long packed = entry.getCompressedSize();
        if (content.length > SMALL && packed > 0 && content.length / packed > RATIO) {
            throw refused("has a file that is " + RATIO + " times as large as it is packed, " + path);
        }
        return content;
    }

    /** What an operating system puts into archives for itself. */
    private static boolean isBookkeeping(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith("/.DS_Store") || name.equals(".DS_Store");
    }

    private Tree faulty(String why) {
        var fault = new Tree.Fault(why.replaceAll("\\.$", ""), "Correct the file or take it out of the archive");
        return new Tree(path, null, Optional.of(fault));
    }

    private static UnreadableFile refused(String what) {
        return new UnreadableFile(
                "archive-too-large", "The archive " + what + ". Split it, or upload the files themselves.");
    }

    private static String shortened(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "_");
        return plain.length() > 200 ? plain.substring(0, plain.offsetByCodePoints(0, 100)) + "…" : plain;
    }

    @FunctionalInterface
    private interface Read<T extends @Nullable Object> {

        T read() throws IOException;
    }

    private static <T extends @Nullable Object> T guarded(Read<T> read) {
        try {
            return read.read();
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new UnreadableFile(
                    "malformed-archive",
                    "The archive is damaged or encrypted and cannot be unpacked. Make it again without a password and upload it.");
        } catch (IOException e) {
            throw new UncheckedIOException("The archive could not be read", e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive could not be closed", e);
        }
    }
}
