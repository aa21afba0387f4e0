package io.switchboard.verify;

import io.switchboard.verify.zip.MalformedZip;
import io.switchboard.verify.zip.SealedZip;
import io.switchboard.verify.zip.ZipEntryInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The note of an older checkpoint, which a reader kept as it is or within the bundle it came in. */
final class OlderCheckpoint {

    private static final String NAME = "data/checkpoint";
    private static final byte[] ZIP = {'P', 'K'};

    private OlderCheckpoint() {}

    /** The note's bytes. Nothing else of an older bundle is looked at: it has been verified when it came, or can be again. */
    static byte[] note(Path file) throws IOException, Refused {
        if (isZip(file)) {
            return ofBundle(file);
        }
        if (Files.size(file) > Place.CHECKPOINT.limit()) {
            throw new Refused("the file is larger than a checkpoint may be");
        }
        return Files.readAllBytes(file);
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static byte[] ofBundle(Path file) throws IOException, Refused {
        try (SealedZip zip = SealedZip.open(file)) {
            ZipEntryInfo entry = zip.entries().get(NAME);
            if (entry == null || entry.size() > Place.CHECKPOINT.limit()) {
                throw new Refused("the older bundle carries no checkpoint, or one that is too large");
            }
            return zip.read(entry);
        } catch (MalformedZip e) {
            throw new Refused("the older bundle is refused: " + e.getMessage(), e);
        }
    }
}
