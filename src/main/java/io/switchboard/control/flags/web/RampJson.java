package io.switchboard.control.flags.web;

import io.switchboard.control.flags.CohortKey;
import io.switchboard.control.flags.Guardrail;
import io.switchboard.control.flags.Hold;
import io.switchboard.control.flags.Judgement;
import io.switchboard.control.flags.Ramp;
import io.switchboard.control.flags.RampEvent;
import io.switchboard.control.flags.RampNow;
import io.switchboard.control.flags.RampPlan;
import io.switchboard.control.flags.RampStep;
import io.switchboard.control.flags.Target;
import io.switchboard.kernel.ReceiptId;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of {@link RampController}. Times are RFC 3339 in UTC, durations ISO 8601, steps are counted from 1. */
final class RampJson {

    private RampJson() {}

    /** {@code flagVersion}: the flag as it was when this was planned. {@code withoutGuardrail} has to be said. */
    record Start(
            @Nullable Integer flagVersion,
            @Nullable List<OneStep> steps,
            @Nullable OneGuardrail guardrail,
            boolean withoutGuardrail,
            @Nullable Instant startsAt,
            @Nullable String reason) {

        /** Throws {@link IllegalArgumentException} with a sentence. */
        RampPlan plan() {
            if (withoutGuardrail == (guardrail != null)) {
                throw new IllegalArgumentException(
                        "Say either what the guardrail is, or \"withoutGuardrail\": true, and not both.");
            }
            return new RampPlan(
                    Optional.ofNullable(steps).orElse(List.of()).stream()
                            .map(OneStep::step)
                            .toList(),
                    Optional.ofNullable(guardrail).map(OneGuardrail::rail),
                    Optional.ofNullable(startsAt));
        }
    }

    /** {@code step}: to which it moves. */
    record Move(@Nullable Integer step, @Nullable String reason) {}

    /** Either {@code percent} or {@code cohort}; {@code hold} is a duration, {@code approval}, or {@code sample:100}. */
    record OneStep(
            @Nullable Integer percent,
            @Nullable String cohort,
            @Nullable String hold) {

        static OneStep of(RampStep step) {
            return switch (step.target()) {
                case Target.Share(int percent) ->
                    new OneStep(percent, null, step.hold().code());
                case Target.InCohort(var cohort) ->
                    new OneStep(null, cohort.value(), step.hold().code());
                case Target.OneTenant _ -> new OneStep(null, null, step.hold().code());
            };
        }

        RampStep step() {
            return new RampStep(target(), hold(Optional.ofNullable(hold).orElse("")));
        }

        private Target target() {
            if (percent != null && cohort == null) {
                return new Target.Share(percent);
            }
            if (percent == null && cohort != null) {
                return new Target.InCohort(new CohortKey(cohort));
            }
            throw new IllegalArgumentException("A step has either a percent or a cohort.");
        }

        private static Hold hold(String code) {
            if (code.equals("approval")) {
                return new Hold.Approval();
            }
            if (code.matches("sample:[0-9]{1,9}")) {
                return new Hold.Sample(Long.parseLong(code.substring("sample:".length())));
            }
            try {
                return new Hold.For(Duration.parse(code));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "A hold is a duration such as PT1H, \"approval\", or \"sample:100\".", e);
            }
        }
    }

    /** Rolled back above {@code bound}; a figure of fewer than {@code least} is no data. */
    record OneGuardrail(@Nullable String signal, double bound, long least) {

        Guardrail rail() {
            return new Guardrail(Optional.ofNullable(signal).orElse(""), bound, least);
        }
    }

    /** {@code step} 0: none has begun, or it was rolled back. */
    record Detail(
            String flag,
            int number,
            String state,
            int step,
            int percent,
            Instant since,
            Optional<Instant> dueAt,
            long sample,
            Optional<String> ticketId,
            List<OneStep> steps,
            Optional<OneGuardrail> guardrail,
            Optional<Judged> judgement,
            List<Happened> events) {

        static Detail of(RampNow now, int percent) {
            var ramp = now.ramp();
            return new Detail(
                    ramp.flag().value(),
                    ramp.number(),
                    ramp.state().wire(),
                    ramp.step() + 1,
                    percent,
                    ramp.since(),
                    now.dueAt(),
                    now.sample(),
                    ramp.ticket().map(ticket -> ticket.value()),
                    ramp.plan().steps().stream().map(OneStep::of).toList(),
                    ramp.plan().guardrail().map(it -> new OneGuardrail(it.signal(), it.bound(), it.least())),
                    now.guardrail().map(Judged::of),
                    happened(ramp));
        }

        private static List<Happened> happened(Ramp ramp) {
            return ramp.events().stream().map(Happened::of).toList();
        }
    }

    /** {@code verdict} is fine, worse, no-data or breached. */
    record Judged(String verdict, String says, Optional<Double> figure, Optional<Double> baseline, long sample) {

        static Judged of(Judgement judgement) {
            return new Judged(
                    judgement.verdict().wire(),
                    judgement.says(),
                    judgement.figure().stream().boxed().findFirst(),
                    judgement.baseline().stream().boxed().findFirst(),
                    judgement.sample());
        }
    }

    record Happened(
            int number, String event, int step, String code, String says, Instant at, Optional<String> receiptId) {

        static Happened of(RampEvent event) {
            return new Happened(
                    event.sequence() + 1,
                    event.kind().wire(),
                    event.step() + 1,
                    event.code(),
                    event.says(),
                    event.at(),
                    event.receipt().map(ReceiptId::value));
        }
    }
}
