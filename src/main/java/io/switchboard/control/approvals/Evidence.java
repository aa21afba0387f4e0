package io.switchboard.control.approvals;

import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/** Something that whoever decides can look at: a sentence of at most 500 characters, and the receipt that proves it. */
public record Evidence(String words, Optional<ReceiptId> receipt) {

    private static final int LONGEST = 500;

    public Evidence {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("evidence is a sentence of 1 to " + LONGEST + " characters");
        }
    }

    public static Evidence of(String words) {
        return new Evidence(words, Optional.empty());
    }
}
