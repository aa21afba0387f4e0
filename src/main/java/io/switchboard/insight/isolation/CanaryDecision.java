package io.switchboard.insight.isolation;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.ledger.Decided;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.NewEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A decision in the ledger. */
@Component
class CanaryDecision implements CanaryThing {

    private final DecisionLedger ledger;
    private final Clock clock;

    CanaryDecision(DecisionLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Set<String> names() {
        return Set.of("entry", "ledger");
    }

    @Override
    public Map<String, String> make(Caller owner) {
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
        var entry = new NewEntry(Decided.GO, "Canary", "It is there to be asked for.", Optional.empty(), 1, until);
        var id = Made.of(ledger.record(owner, entry)).id().value();
        return Map.of("entry", id, "ledger", id);
    }
}
