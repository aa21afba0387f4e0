package io.switchboard.operations.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The 72-hour clock as a pure function of an issue's events and the moment it is looked at. Events may come in any order and twice: each counts once, by its time, and events of the same
 * time in the order in which they were written. Only what starts, pauses and ends it moves the clock; a change of owner, title or card does not.
 *
 * <p>Triage starts the first round, reopening a new one with the full time. Pauses add up within their round. Mitigated or fixed ends it, whichever is first, also out of a pause. What does not
 * fit (a second triage, a resume without a pause, a pause after the end) changes nothing. An event from a clock that is ahead counts as of now.
 */
public final class SlaClock {

    public static final Duration LIMIT = Duration.ofDays(3);

    /** So long before the end somebody is told. */
    public static final Duration SOON = Duration.ofHours(12);

    private static final Comparator<IssueEvent> ORDER =
            Comparator.comparing(IssueEvent::at).thenComparingInt(IssueEvent::sequence);

    private final Instant now;
    private final List<Round> ended = new ArrayList<>();
    private Optional<Running> running = Optional.empty();

    private SlaClock(Instant now) {
        this.now = now;
    }

    public static Sla at(Collection<IssueEvent> events, Instant now) {
        var once = new TreeMap<Integer, IssueEvent>();
        events.forEach(event -> once.putIfAbsent(event.sequence(), event));
        var clock = new SlaClock(now);
        once.values().stream().sorted(ORDER).forEach(clock::take);
        return clock.read();
    }

    private void take(IssueEvent event) {
        var at = event.at().isAfter(now) ? now : event.at();
        switch (event.kind()) {
            case TRIAGED -> start(at, ended.isEmpty());
            case REOPENED -> start(at, true);
            case PAUSED -> running = running.map(round -> round.paused(at));
            case RESUMED -> running = running.map(round -> round.resumed(at));
            case MITIGATED, FIXED -> end(at, Round.End.RESOLVED);
            case DECLINED, MERGED -> end(at, Round.End.DROPPED);
            case REPORTED, VERIFIED, SOON, BREACHED, OWNED, CARD, TOOK -> {}
        }
    }

    private void start(Instant at, boolean may) {
        if (may && running.isEmpty()) {
            running = Optional.of(new Running(ended.size() + 1, at, Duration.ZERO, Optional.empty()));
        }
    }

    private void end(Instant at, Round.End how) {
        running.ifPresent(round -> ended.add(round.resumed(at).read(at, how)));
        running = Optional.empty();
    }

    private Sla read() {
        var rounds = new ArrayList<>(ended);
        running.ifPresent(round -> rounds.add(round.read(now, Round.End.NONE)));
        return new Sla(rounds);
    }

    private record Running(int number, Instant start, Duration paused, Optional<Instant> since) {

        Running paused(Instant at) {
            return since.isPresent() ? this : new Running(number, start, paused, Optional.of(at));
        }

        Running resumed(Instant at) {
            return new Running(number, start, pausedUntil(at), Optional.empty());
        }

        Duration pausedUntil(Instant at) {
            return since.map(from -> paused.plus(Duration.between(from, at))).orElse(paused);
        }

        Round read(Instant until, Round.End how) {
            return new Round(number, start, pausedUntil(until), since, until, how);
        }
    }
}
