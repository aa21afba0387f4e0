package io.switchboard.platform.signing;

/** Why a file is no key to sign with; thrown while it is read and turned into a refusal where that began. Says nothing of what is in the file. */
final class UnusableKey extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableKey(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
