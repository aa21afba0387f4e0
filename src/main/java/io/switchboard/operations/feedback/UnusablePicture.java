package io.switchboard.operations.feedback;

/** A picture that is not taken; the message says why and what to do. Never leaves {@link PictureIntake}. */
final class UnusablePicture extends Exception {

    private static final long serialVersionUID = 1L;

    UnusablePicture(String message) {
        super(message);
    }

    static UnusablePicture damaged(PictureFormat format) {
        return new UnusablePicture("The file begins like a " + format
                + " but cannot be read as one. It may be damaged or of a rare kind: take the screenshot again.");
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
