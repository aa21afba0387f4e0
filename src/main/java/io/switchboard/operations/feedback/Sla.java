package io.switchboard.operations.feedback;

import java.util.List;
import java.util.Optional;

/** An issue's rounds, oldest first; none before it was triaged. */
public record Sla(List<Round> rounds) {

    public Sla {
        rounds = List.copyOf(rounds);
    }

    public Optional<Round> latest() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
    }

    /** The round that has not ended. */
    public Optional<Round> current() {
        return latest().filter(round -> round.end() == Round.End.NONE);
    }
}
