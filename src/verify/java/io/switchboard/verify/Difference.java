package io.switchboard.verify;

/** The first place at which a copy of a log differs from what its entries and checkpoints say it is. */
final class Difference extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    Difference(String path, String what) {
        super(what);
        this.path = path;
    }

    /** The file, below the copy's folder. */
    String path() {
        return path;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
