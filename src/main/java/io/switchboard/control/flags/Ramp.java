package io.switchboard.control.flags;

import io.switchboard.control.approvals.TicketId;
import io.switchboard.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A flag's ramp number {@code number}, and what has happened to it. Everything about it follows from its plan and its events. */
public record Ramp(
        FlagKey flag, int number, RampPlan plan, Instant startsAt, List<Rule> before, List<RampEvent> events) {

    public Ramp {
        before = List.copyOf(before);
        events = List.copyOf(events);
    }

    public RampState state() {
        return switch (events.getLast().kind()) {
            case PLANNED -> RampState.SCHEDULED;
            case BEGAN, JUMPED -> RampState.RUNNING;
            case RESUMED -> step() < 0 ? RampState.SCHEDULED : RampState.RUNNING;
            case HELD -> RampState.HELD;
            case PAUSED -> RampState.PAUSED;
            case ENDED -> RampState.DONE;
            case BACK -> RampState.ROLLED_BACK;
        };
    }

    /** Where it is, from 0; -1 before the first step and after a rollback. */
    public int step() {
        return events.getLast().step();
    }

    public RampEvent last() {
        return events.getLast();
    }

    boolean isLast(int step) {
        return step == plan.steps().size() - 1;
    }

    boolean isWatched() {
        return plan.guardrail().isPresent();
    }

    /** Since when the present step counts; before the first, when it is to begin. */
    public Instant since() {
        return begun().map(RampEvent::asOf).orElse(startsAt);
    }

    private Optional<RampEvent> begun() {
        return events.reversed().stream().filter(event -> event.kind().begins()).findFirst();
    }

    /** Since the present step began. */
    private List<RampEvent> ofThisStep() {
        return begun().map(event -> events.subList(events.indexOf(event), events.size()))
                .orElse(events);
    }

    /** For how long it was paused in this step, until {@code now}; a clock that was set back adds nothing. */
    Duration paused(Instant now) {
        var sum = Duration.ZERO;
        var since = Optional.<Instant>empty();
        for (var event : ofThisStep()) {
            switch (event.kind()) {
                case PAUSED -> since = since.or(() -> Optional.of(event.at()));
                case RESUMED -> {
                    sum = sum.plus(since.map(from -> span(from, event.at())).orElse(Duration.ZERO));
                    since = Optional.empty();
                }
                case PLANNED, BEGAN, HELD, JUMPED, ENDED, BACK -> {}
            }
        }
        return sum.plus(since.map(from -> span(from, now)).orElse(Duration.ZERO));
    }

    private static Duration span(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    /** How often it was resumed in this step: who asks once more asks anew. */
    long attempt() {
        return ofThisStep().stream()
                .filter(event -> event.kind() == RampEvent.Kind.RESUMED)
                .count();
    }

    /** The ticket that the next step waits for: the last one asked since the step began or was resumed. */
    public Optional<TicketId> ticket() {
        return ofThisStep().reversed().stream()
                .takeWhile(event -> event.kind() != RampEvent.Kind.RESUMED)
                .flatMap(event -> event.ticket().stream())
                .findFirst();
    }

    /** The person on whose word it goes on: who planned, resumed or moved it last. */
    Actor responsible() {
        return events.reversed().stream()
                .filter(event -> switch (event.kind()) {
                    case PLANNED, RESUMED, JUMPED -> true;
                    case BEGAN, HELD, PAUSED, ENDED, BACK -> false;
                })
                .findFirst()
                .orElseThrow()
                .by();
    }
}
