package io.switchboard.verify;

import io.switchboard.verify.tlog.EntryBundle;
import io.switchboard.verify.tlog.Refuted;
import io.switchboard.verify.tlog.TileId;
import io.switchboard.verify.tlog.TreeHasher;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The files of a copy of a log, laid out as C2SP {@code tlog-tiles} serves them; each is read only if it is no larger than it can be. */
final class MirrorFolder {

    static final String CHECKPOINT = "checkpoint";

    private static final String KEPT = "checkpoints";

    private final Path folder;

    MirrorFolder(Path folder) {
        this.folder = folder;
    }

    byte[] note(String path) throws IOException, Difference {
        return read(path, Place.CHECKPOINT.limit()).orElseThrow(() -> new Difference(path, "missing"));
    }

    static String keptPath(long size) {
        return KEPT + "/" + size;
    }

    /** The sizes of the earlier checkpoints that are kept, ascending; none where there is no such folder. */
    SortedSet<Long> keptSizes() throws IOException, Difference {
        var sizes = new TreeSet<Long>();
        for (String name : names(KEPT)) {
            sizes.add(decimal(name, 19)
                    .orElseThrow(() -> new Difference(KEPT + "/" + name, "it is not named for a size")));
        }
        return sizes;
    }

    /** The entries under {@code tile}, from its own bundle or, where that is gone, from a wider one. */
    List<byte[]> entries(TileId tile) throws IOException, Difference {
        String path = tile.entriesPath();
        byte[] bundle = load(tile, TileId::entriesPath, EntryBundle.ENTRY_BYTES);
        try {
            return EntryBundle.read(bundle, tile.width(), tile.index() * TileId.FULL);
        } catch (Refuted e) {
            throw new Difference(path, e.what());
        }
    }

    /** The bytes of {@code tile}; those of a wider one, which begins with them, where it is gone. */
    byte[] tile(TileId tile) throws IOException, Difference {
        return load(tile, TileId::path, TreeHasher.SIZE);
    }

    private byte[] load(TileId tile, Function<TileId, String> path, int itemBytes) throws IOException, Difference {
        TileId there = Files.isRegularFile(folder.resolve(path.apply(tile))) ? tile : wider(tile, path);
        int length = there.width() * itemBytes;
        byte[] bytes = read(path.apply(there), length).orElseThrow(() -> new Difference(path.apply(tile), "missing"));
        if (bytes.length != length) {
            throw new Difference(path.apply(there), "it has " + bytes.length + " bytes, not " + length);
        }
        return bytes;
    }

    private TileId wider(TileId tile, Function<TileId, String> path) throws IOException {
        return widths(tile, path).tailSet(tile.width()).stream()
                .findFirst()
                .map(tile::ofWidth)
                .orElse(tile.full());
    }

    /** The widths, below its own, at which {@code tile} is still kept. */
    SortedSet<Integer> narrower(TileId tile) throws IOException {
        return widths(tile, TileId::path).headSet(tile.width());
    }

    /** The widths at which {@code tile} is kept beside the full one. */
    private SortedSet<Integer> widths(TileId tile, Function<TileId, String> path) throws IOException {
        var widths = new TreeSet<Integer>();
        for (String name : names(path.apply(tile.full()) + ".p")) {
            decimal(name, 3).filter(w -> w > 0 && w < TileId.FULL).ifPresent(w -> widths.add(w.intValue()));
        }
        return widths;
    }

    private Optional<byte[]> read(String path, int limit) throws IOException, Difference {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > limit) {
            throw new Difference(path, "larger than " + limit + " bytes");
        }
        return Optional.of(Files.readAllBytes(file));
    }

    /** The names in a folder, hidden ones left out; none where there is no such folder. */
    private SortedSet<String> names(String path) throws IOException {
        var names = new TreeSet<String>();
        Path inner = folder.resolve(path);
        if (Files.isDirectory(inner)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(inner)) {
                for (Path file : files) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        names.removeIf(name -> name.startsWith("."));
        return names;
    }

    private static Optional<Long> decimal(String name, int digits) {
        boolean formed = name.matches("0|[1-9][0-9]*") && name.length() <= digits;
        try {
            return formed ? Optional.of(Long.valueOf(name)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
