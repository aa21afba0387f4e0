package io.switchboard.control.approvals;

import io.switchboard.kernel.Role;
import java.util.List;
import java.util.Optional;

/**
 * On what terms something is decided: how many have to say yes, of which role where one is named, what they can look at, and, in a sentence of at most 500 characters, what undoes it
 * afterwards.
 */
public record Terms(int quorum, Optional<Role> by, List<Evidence> evidence, Optional<String> undo) {

    public static final int LARGEST_QUORUM = 10;

    /** One yes of whoever may. */
    public static final Terms USUAL = new Terms(1, Optional.empty(), List.of(), Optional.empty());

    public Terms {
        evidence = List.copyOf(evidence);
        if (quorum < 1 || quorum > LARGEST_QUORUM) {
            throw new IllegalArgumentException("a quorum is 1 to " + LARGEST_QUORUM);
        }
    }

    public Terms quorum(int of) {
        return new Terms(of, by, evidence, undo);
    }

    public Terms by(Role role) {
        return new Terms(quorum, Optional.of(role), evidence, undo);
    }

    public Terms with(Evidence... more) {
        return new Terms(
                quorum,
                by,
                java.util.stream.Stream.concat(evidence.stream(), java.util.Arrays.stream(more))
                        .toList(),
                undo);
    }

    public Terms undoneBy(String sentence) {
        return new Terms(quorum, by, evidence, Optional.of(sentence));
    }
}
