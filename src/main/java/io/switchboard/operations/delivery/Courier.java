package io.switchboard.operations.delivery;

import io.switchboard.control.policy.PolicyDecisionPoint;
import io.switchboard.operations.delivery.Carried.Unanswered;
import io.switchboard.platform.outbound.OutboundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Attempts deliveries in turns: claims some, asks policy, calls the destination outside of every transaction, and has what came of them kept. A turn ends early with the first that is not taken, and
 * where the destination is slow: what it has left is given back, so that a destination that hangs holds up nothing but the one message.
 */
@Component
class Courier {

    /** After so long a turn begins no further attempt: what changes meanwhile (an endpoint, a list of hosts, a policy) counts for the next. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final Claims claims;
    private final PolicyDecisionPoint policy;
    private final LaneRows rows;
    private final Destinations destinations;
    private final List<Carrier> carriers;
    private final Endings endings;
    private final Clock clock;

    Courier(
            Claims claims,
            PolicyDecisionPoint policy,
            LaneRows rows,
            Destinations destinations,
            List<Carrier> carriers,
            Endings endings,
            Clock clock) {
        this.claims = claims;
        this.policy = policy;
        this.rows = rows;
        this.destinations = destinations;
        this.carriers = List.copyOf(carriers);
        this.endings = endings;
        this.clock = clock;
    }

    /** How many attempts were made, of so many at most; none where nothing is due there any more, or it is switched off. */
    int turn(Lane lane, int most) {
        if (destinations.health(lane.tenant(), lane.to()).isDisabled()) {
            return 0;
        }
        var claimed = claims.take(lane, most);
        var trips = rows.trips(lane, claimed);
        endings.cutOff(trips);
        int made = trips.isEmpty() ? 0 : made(trips);
        claims.giveBack(lane.tenant(), claimed.subList(made, claimed.size()));
        return made;
    }

    private int made(List<Trip> trips) {
        if (policy.decide(Trip.together(trips).request()).allowed()) {
            return new Turn(trips.getFirst().lane()).make(trips);
        }
        endings.refused(trips);
        return trips.size();
    }

    /** What was taken is kept, whatever ends the turn. */
    private final class Turn {

        private final Instant last = now().plus(LONGEST_TURN);
        private final List<Made> taken = new ArrayList<>();
        private final Lane lane;
        private Carrier.@Nullable Line line;

        Turn(Lane lane) {
            this.lane = lane;
        }

        int make(List<Trip> trips) {
            int made = 0;
            boolean goesOn = true;
            try {
                while (goesOn && made < trips.size()) {
                    goesOn = attempt(trips.get(made));
                    made++;
                }
            } finally {
                close();
                keepTaken();
            }
            return made;
        }

        private boolean attempt(Trip trip) {
            var began = now();
            var made = new Made(trip, carried(trip.message()), began, now());
            if (made.isTaken()) {
                taken.add(made);
                return made.ended().isBefore(last);
            }
            keepTaken(); // before, as they were: a failure is the destination's last word
            endings.failed(made);
            return false;
        }

        private Carried carried(OutboxMessage message) {
            try {
                return line().carry(message);
            } catch (OutboundException e) {
                return Unanswered.of(e);
            }
        }

        private Carrier.Line line() throws OutboundException {
            var open = line == null ? open() : line;
            line = open;
            return open;
        }

        private Carrier.Line open() throws OutboundException {
            return carriers.stream()
                    .filter(each -> each.kind() == lane.to().kind())
                    .findFirst()
                    .orElseThrow()
                    .open(lane.tenant(), lane.to().name());
        }

        private void close() {
            if (line != null) {
                line.close();
            }
        }

        private void keepTaken() {
            endings.taken(taken);
            taken.clear();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
