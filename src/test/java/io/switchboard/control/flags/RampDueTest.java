package io.switchboard.control.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.flags.GuardrailSignal.Reading;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RampDueTest {

    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
    private static final Hold HOUR = new Hold.For(Duration.ofHours(1));
    private static final Hold YES = new Hold.Approval();
    private static final Guardrail GUARDRAIL = new Guardrail("failed-actions", 5, 20);
    private static final Optional<Judgement> NONE = Optional.empty();
    private static final Optional<Judgement> FINE = judged(2, 3);
    private static final Optional<Judgement> WORSE = judged(4, 3);
    private static final Optional<Judgement> BREACHED = judged(6, 3);
    private static final Optional<Judgement> NO_DATA =
            Optional.of(Judgement.of(GUARDRAIL, new Reading.Figure(0, 3), new Reading.NoData("")));

    private static Optional<Judgement> judged(double now, double before) {
        return Optional.of(Judgement.of(GUARDRAIL, new Reading.Figure(now, 40), new Reading.Figure(before, 40)));
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments("before its start it waits", plain(), -1, NONE, "wait 0"),
                arguments("at its start it begins", plain(), 0, NONE, "begin 1 as of 0"),
                arguments("after a downtime it begins as of its start", plain(), 90, NONE, "begin 1 as of 0"),
                arguments("watched, it begins when somebody looks", watched(HOUR), 90, NONE, "begin 1 as of 90"),
                arguments("within its hold it waits", plain().began(0, 0), 59, NONE, "wait 60"),
                arguments("after its hold it goes on", plain().began(0, 0), 60, NONE, "begin 2 as of 60"),
                arguments(
                        "after a downtime the next hold began when it was due",
                        plain().began(0, 0),
                        500,
                        NONE,
                        "begin 2 as of 60"),
                arguments(
                        "a clock set back does nothing twice",
                        plain().began(0, 0).began(1, 60),
                        30,
                        NONE,
                        "wait 120"),
                arguments("the last step is held as well", plain().began(0, 0).began(1, 60), 119, NONE, "wait 120"),
                arguments("then it is done", plain().began(0, 0).began(1, 60), 120, NONE, "finish"),
                arguments("paused, it waits", plain().began(0, 0).paused(30), 500, NONE, "wait"),
                arguments(
                        "a pause does not count as hold",
                        plain().began(0, 0).paused(30).resumed(90),
                        119,
                        NONE,
                        "wait 120"),
                arguments(
                        "and then it goes on",
                        plain().began(0, 0).paused(30).resumed(90),
                        120,
                        NONE,
                        "begin 2 as of 120"),
                arguments(
                        "a pause that ends before it began adds nothing",
                        plain().began(0, 0).paused(30).resumed(20),
                        60,
                        NONE,
                        "begin 2 as of 60"),
                arguments("watched and fine, it goes on", watched(HOUR).began(0, 0), 60, FINE, "begin 2 as of 60"),
                arguments(
                        "watched, a step after a downtime is watched from now on",
                        watched(HOUR).began(0, 0),
                        500,
                        FINE,
                        "begin 2 as of 500"),
                arguments("without data it is held", watched(HOUR).began(0, 0), 60, NO_DATA, "hold no-data"),
                arguments("worse, it is held", watched(HOUR).began(0, 0), 60, WORSE, "hold worse"),
                arguments(
                        "held for the same, it says nothing more",
                        watched(HOUR).began(0, 0).held(60, "worse"),
                        61,
                        WORSE,
                        "wait"),
                arguments(
                        "held for something else, it says so",
                        watched(HOUR).began(0, 0).held(60, "no-data"),
                        61,
                        WORSE,
                        "hold worse"),
                arguments(
                        "held, it goes on when all is well again",
                        watched(HOUR).began(0, 0).held(60, "worse"),
                        70,
                        FINE,
                        "begin 2 as of 70"),
                arguments("worse within its hold it only waits", watched(HOUR).began(0, 0), 10, WORSE, "wait 60"),
                arguments(
                        "above the bound it is rolled back at once",
                        watched(HOUR).began(0, 0),
                        1,
                        BREACHED,
                        "roll back"),
                arguments(
                        "also while it is held",
                        watched(HOUR).began(0, 0).held(60, "worse"),
                        61,
                        BREACHED,
                        "roll back"),
                arguments("also while it is paused", watched(HOUR).began(0, 0).paused(5), 6, BREACHED, "roll back"),
                arguments("not before it began", watched(HOUR), -1, BREACHED, "wait 0"),
                arguments(
                        "not once it was rolled back", watched(HOUR).began(0, 0).back(5), 6, BREACHED, "wait"),
                arguments("a step that waits for a yes asks at once", approved().began(0, 0), 0, NONE, "ask"),
                arguments("and after a downtime asks as well", approved().began(0, 0), 9000, NONE, "ask"),
                arguments(
                        "as long as nobody answers it waits",
                        approved().began(0, 0).asked(0, TicketState.OPEN),
                        9000,
                        NONE,
                        "wait"),
                arguments(
                        "with a yes it goes on from now",
                        approved().began(0, 0).asked(0, TicketState.APPROVED),
                        77,
                        NONE,
                        "begin 2 as of 77"),
                arguments(
                        "a no pauses it",
                        approved().began(0, 0).asked(0, TicketState.DENIED),
                        77,
                        NONE,
                        "pause denied"),
                arguments(
                        "no answer in time is a no",
                        approved().began(0, 0).asked(0, TicketState.EXPIRED),
                        77,
                        NONE,
                        "pause expired"),
                arguments(
                        "resumed after a no, it asks again",
                        approved()
                                .began(0, 0)
                                .asked(0, TicketState.DENIED)
                                .paused(5)
                                .resumed(6),
                        77,
                        NONE,
                        "ask"),
                arguments(
                        "a yes is not enough where it is worse",
                        watched(YES).began(0, 0).asked(0, TicketState.APPROVED),
                        77,
                        WORSE,
                        "hold worse"),
                arguments(
                        "a yes is not enough without data",
                        watched(YES).began(0, 0).asked(0, TicketState.APPROVED),
                        77,
                        NO_DATA,
                        "hold no-data"),
                arguments("too small a sample waits", sampled().began(0, 0).seen(9), 9000, NONE, "wait"),
                arguments("enough of it goes on", sampled().began(0, 0).seen(10), 5, NONE, "begin 2 as of 5"),
                arguments("switched off, it is paused", plain().began(0, 0).off(), 1, NONE, "pause kill-switch"),
                arguments("switched off before its start as well", plain().off(), -1, NONE, "pause kill-switch"),
                arguments(
                        "switched off, it is paused and not rolled back",
                        watched(HOUR).began(0, 0).off(),
                        1,
                        BREACHED,
                        "pause kill-switch"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void followsFromPlanEventsAndTimeAlone(
            String name, Story story, int minute, Optional<Judgement> guardrail, String due) {
        assertThat(say(RampDue.of(story.ramp(), story.sees(guardrail), at(minute))))
                .isEqualTo(due);
    }

    @Test
    void catchesUpStepByStepAndStopsWhereSomebodyHasToSayYes() {
        var story = new Story(new RampPlan(
                List.of(step(10, HOUR), step(25, HOUR), step(50, YES), step(100, HOUR)),
                Optional.empty(),
                Optional.empty()));
        assertThat(played(story, 10_000))
                .containsExactly("begin 1 as of 0", "begin 2 as of 60", "begin 3 as of 120", "ask");
    }

    @Test
    void catchesUpNoFurtherThanOneStepWhereAGuardrailWatches() {
        assertThat(played(watched(HOUR), 10_000)).containsExactly("begin 1 as of 10000", "wait 10060");
    }

    /** What comes of looking again and again at the same minute. */
    private static List<String> played(Story story, int minute) {
        var all = new ArrayList<String>();
        while (true) {
            var due = RampDue.of(story.ramp(), story.sees(NONE), at(minute));
            all.add(say(due));
            if (!(due instanceof RampDue.Begin(int step, var asOf))) {
                return all;
            }
            story.began(step, (int) Duration.between(START, asOf).toMinutes());
        }
    }

    private static String say(RampDue due) {
        return switch (due) {
            case RampDue.Wait(var until) ->
                until.map(it -> "wait " + minute(it)).orElse("wait");
            case RampDue.Begin(int step, var asOf) -> "begin " + (step + 1) + " as of " + minute(asOf);
            case RampDue.Ask _ -> "ask";
            case RampDue.Keep keep -> "hold " + keep.code();
            case RampDue.Pause pause -> "pause " + pause.code();
            case RampDue.RollBack _ -> "roll back";
            case RampDue.Finish _ -> "finish";
        };
    }

    private static long minute(Instant at) {
        return Duration.between(START, at).toMinutes();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static RampStep step(int percent, Hold hold) {
        return new RampStep(new Target.Share(percent), hold);
    }

    private static Story plain() {
        return of(HOUR, Optional.empty());
    }

    private static Story watched(Hold first) {
        return of(first, Optional.of(GUARDRAIL));
    }

    private static Story approved() {
        return of(YES, Optional.empty());
    }

    private static Story sampled() {
        return of(new Hold.Sample(10), Optional.empty());
    }

    private static Story of(Hold first, Optional<Guardrail> guardrail) {
        return new Story(new RampPlan(List.of(step(10, first), step(100, HOUR)), guardrail, Optional.empty()));
    }

    /** A ramp and what happened to it, at minutes since its start. */
    static final class Story {

        private final RampPlan plan;
        private final List<RampEvent> events = new ArrayList<>();
        private final TicketId ticket = TicketId.random();
        private Optional<TicketState> answer = Optional.empty();
        private boolean on = true;
        private long sample;

        Story(RampPlan plan) {
            this.plan = plan;
            happens(RampEvent.Kind.PLANNED, -1, "", -60);
        }

        Ramp ramp() {
            return new Ramp(new FlagKey("new-diff"), 1, plan, START, List.of(), events);
        }

        RampDue.Seen sees(Optional<Judgement> guardrail) {
            return new RampDue.Seen(on, guardrail, ramp().ticket().flatMap(_ -> answer), sample);
        }

        Story began(int step, int minute) {
            return happens(RampEvent.Kind.BEGAN, step, "", minute);
        }

        Story paused(int minute) {
            return happens(RampEvent.Kind.PAUSED, at(), "by-hand", minute);
        }

        Story resumed(int minute) {
            return happens(RampEvent.Kind.RESUMED, at(), "", minute);
        }

        Story held(int minute, String code) {
            return happens(RampEvent.Kind.HELD, at(), code, minute);
        }

        Story asked(int minute, TicketState state) {
            answer = Optional.of(state);
            return happens(RampEvent.Kind.HELD, at(), "approval", minute);
        }

        Story back(int minute) {
            return happens(RampEvent.Kind.BACK, -1, "guardrail", minute);
        }

        Story seen(long actions) {
            sample = actions;
            return this;
        }

        Story off() {
            on = false;
            return this;
        }

        private int at() {
            return events.getLast().step();
        }

        private Story happens(RampEvent.Kind kind, int step, String code, int minute) {
            var when = RampDueTest.at(minute);
            events.add(new RampEvent(
                    events.size(),
                    kind,
                    step,
                    code,
                    "",
                    code.equals("approval") ? Optional.of(ticket) : Optional.empty(),
                    when,
                    Actor.user(MemberId.random()),
                    when,
                    Optional.empty()));
            return this;
        }
    }
}
