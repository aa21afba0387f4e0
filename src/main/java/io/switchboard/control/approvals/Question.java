package io.switchboard.control.approvals;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Sha256;
import java.util.List;
import java.util.Set;

/**
 * What is asked: the governed action, a digest over exactly what it would do, a sentence of at most 500 characters without names or addresses, and counts. {@code raises} are the
 * members who would get more rights by it: none of them decides it.
 */
public record Question(
        ActionId action, Sha256 digest, String sentence, List<Tally> tallies, Set<MemberId> raises, Terms terms) {

    private static final int LONGEST = 500;

    /** Of something that raises nobody. */
    public Question(ActionId action, Sha256 digest, String sentence, List<Tally> tallies) {
        this(action, digest, sentence, tallies, Set.of());
    }

    /** On the usual terms. */
    public Question(ActionId action, Sha256 digest, String sentence, List<Tally> tallies, Set<MemberId> raises) {
        this(action, digest, sentence, tallies, raises, Terms.USUAL);
    }

    public Question on(Terms other) {
        return new Question(action, digest, sentence, tallies, raises, other);
    }

    public Question {
        tallies = List.copyOf(tallies);
        raises = Set.copyOf(raises);
        if (sentence.isBlank() || sentence.length() > LONGEST) {
            throw new IllegalArgumentException("a question is a sentence of 1 to " + LONGEST + " characters");
        }
    }
}
