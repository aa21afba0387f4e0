package io.switchboard.platform.documents;

import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/**
 * A picture that came from outside: PNG, JPEG or SVG of at most 256 KiB. A raster picture is small and RGB, and an SVG is drawn only if it is nothing but shapes: see
 * {@link SafeSvg}.
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and never compared
public record DocumentLogo(byte[] bytes) {

    private static final int MOST = 256 * 1024;

    /** @throws IllegalArgumentException saying what the picture would have to be */
    public DocumentLogo {
        bytes = bytes.clone();
        if (bytes.length > MOST) {
            throw new IllegalArgumentException("a logo has at most 256 KiB, not " + bytes.length + " bytes");
        }
        if (isPng(bytes) || isJpeg(bytes)) {
            SafeRaster.check(bytes);
        } else {
            SafeSvg.check(bytes);
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    Renderable picture() {
        return SimpleDataRenderer.getInstance(bytes);
    }

    private static boolean isPng(byte[] bytes) {
        return startsWith(bytes, 0x89, 'P', 'N', 'G');
    }

    private static boolean isJpeg(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xD8, 0xFF);
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || bytes[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
