package io.switchboard.control.approvals;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Sha256;
import java.util.List;

/**
 * What is asked: the governed action, a digest over exactly what it would do, a sentence of at most 500 characters without names or addresses, and counts.
 */
public record Question(ActionId action, Sha256 digest, String sentence, List<Tally> tallies) {

    private static final int LONGEST = 500;

    public Question {
        tallies = List.copyOf(tallies);
        if (sentence.isBlank() || sentence.length() > LONGEST) {
            throw new IllegalArgumentException("a question is a sentence of 1 to " + LONGEST + " characters");
        }
    }
}
