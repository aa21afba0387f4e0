package io.switchboard.operations.feedback;

import io.switchboard.kernel.Sha256;
import java.util.Locale;

/** What is known about a picture without looking at it. {@code size} is in bytes, {@code digest} that of the content as it is kept and served. */
public record PictureFacts(PictureFormat format, int width, int height, int size, Sha256 digest) {

    /** Such as "PNG, 1280 × 720, 143 kB". */
    public String words() {
        return String.format(
                Locale.ENGLISH, "%s, %d × %d, %,d kB", format, width, height, Math.max(1, Math.round(size / 1000.0)));
    }

    public String fileName() {
        return "picture." + format.wire();
    }
}
