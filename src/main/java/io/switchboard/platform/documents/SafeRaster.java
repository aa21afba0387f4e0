package io.switchboard.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Lets a PNG or JPEG pass that is not much larger unpacked than a logo has to be, and is grey or RGB: CMYK is undefined in a
 * document whose colours are sRGB. Reads the picture's head only.
 */
final class SafeRaster {

    private static final int MOST_PIXELS = 2048;

    private SafeRaster() {}

    /** @throws IllegalArgumentException saying what is in the way */
    static void check(byte[] picture) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IllegalArgumentException("a logo is PNG, JPEG or SVG; these bytes only begin like one");
            }
            check(readers.next(), in);
        } catch (IOException e) {
            throw new IllegalArgumentException("this picture cannot be a logo: it is damaged or not RGB", e);
        }
    }

    private static void check(ImageReader reader, MemoryCacheImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw new IllegalArgumentException("a logo is at most 2048 by 2048 pixels, not " + reader.getWidth(0)
                        + " by " + reader.getHeight(0));
            }
            if (!reader.getImageTypes(0).hasNext()) {
                throw new IllegalArgumentException("this picture cannot be a logo: save it in RGB");
            }
        } finally {
            reader.dispose();
        }
    }
}
