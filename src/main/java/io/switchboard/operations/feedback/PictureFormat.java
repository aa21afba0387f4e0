package io.switchboard.operations.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a picture is written down; told by its first bytes and never by its name. */
public enum PictureFormat {
    PNG {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        }

        @Override
        Picture bare(byte[] file) throws UnusablePicture {
            return RedrawnPicture.of(this, file);
        }
    },
    JPEG {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, 0, 0xff, 0xd8, 0xff);
        }

        @Override
        Picture bare(byte[] file) throws UnusablePicture {
            return RedrawnPicture.of(this, file);
        }
    },
    WEBP {
        @Override
        boolean begins(byte[] file) {
            return startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P');
        }

        @Override
        Picture bare(byte[] file) throws UnusablePicture {
            return WebpPicture.of(file);
        }
    };

    abstract boolean begins(byte[] file);

    /** The picture without what else is in the file. */
    abstract Picture bare(byte[] file) throws UnusablePicture;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return "image/" + wire();
    }

    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    static PictureFormat of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    static boolean startsWith(byte[] file, int at, int... expected) {
        if (file.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((file[at + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
