package io.switchboard.operations.feedback;

/**
 * Takes a file that is said to be a picture: PNG or JPEG, decoded and written anew, or WebP, cut down to its picture. So none of what cameras and tools add goes along: place, time, device,
 * thumbnails, comments.
 */
public final class PictureIntake {

    /** Larger files, in bytes, are refused unread. */
    public static final int LARGEST = 2 << 20;

    /** Of the picture as it is kept. */
    static final int MOST_KEPT = 6 << 20;

    private static final int LONGEST_SIDE = 8_192;
    private static final int MOST_PIXELS = 1 << 24;

    private PictureIntake() {}

    /** What became of a file. */
    public sealed interface Taken {

        record Good(Picture picture) implements Taken {}

        /** The sentence is for who sent it: what is wrong and what to do. */
        record Bad(String sentence) implements Taken {}
    }

    public static Taken take(byte[] file) {
        if (file.length > LARGEST) {
            return new Taken.Bad(tooLarge());
        }
        var format = PictureFormat.of(file);
        if (format.isEmpty()) {
            return new Taken.Bad(
                    "The file is no PNG, JPEG or WebP picture. Choose a screenshot in one of these forms.");
        }
        try {
            return new Taken.Good(format.get().bare(file));
        } catch (UnusablePicture unusable) {
            return new Taken.Bad(unusable.sentence());
        }
    }

    public static String tooLarge() {
        return "The picture is larger than 2 MB, which is the most. Cut it to what matters, or save it smaller.";
    }

    /** Before any pixel is unpacked. */
    static void requireSize(int width, int height) throws UnusablePicture {
        if (width < 1
                || height < 1
                || width > LONGEST_SIDE
                || height > LONGEST_SIDE
                || (long) width * height > MOST_PIXELS) {
            throw new UnusablePicture("The picture has " + width + " × " + height + " pixels; " + LONGEST_SIDE
                    + " on a side and 16 million in all are the most. Cut it to what matters.");
        }
    }
}
