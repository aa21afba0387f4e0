package io.switchboard.control.flags;

import io.switchboard.control.flags.GuardrailSignal.Reading;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a guardrail says about a step: the figure since it began, against the bound and against that of as long a time before the ramp. */
public record Judgement(Verdict verdict, String says, OptionalDouble figure, OptionalDouble baseline, long sample) {

    /** Worse by less than a tenth is the same. */
    private static final double SAME = 1.1;

    /** BREACHED ends the ramp; WORSE and NO_DATA keep it from going on. */
    public enum Verdict {
        FINE,
        WORSE,
        NO_DATA,
        BREACHED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Judgement of(Guardrail guardrail, Reading now, Reading before) {
        return switch (now) {
            case Reading.NoData(var why) -> noData(why, 0);
            case Reading.Figure figure
            when figure.sample() < guardrail.least() ->
                noData("There are " + figure.sample() + " of at least " + guardrail.least() + ".", figure.sample());
            case Reading.Figure figure -> of(guardrail, figure, baseline(before));
        };
    }

    private static Judgement of(Guardrail guardrail, Reading.Figure now, OptionalDouble before) {
        if (now.value() > guardrail.bound()) {
            return new Judgement(
                    Verdict.BREACHED,
                    text(now.value()) + " is above the bound of " + text(guardrail.bound()) + ".",
                    OptionalDouble.of(now.value()),
                    before,
                    now.sample());
        }
        boolean worse = before.isPresent() && now.value() > before.getAsDouble() * SAME;
        return new Judgement(
                worse ? Verdict.WORSE : Verdict.FINE,
                worse
                        ? text(now.value()) + " is within the bound of " + text(guardrail.bound()) + ", but worse than "
                                + text(before.getAsDouble()) + " before the ramp."
                        : text(now.value()) + " is within the bound of " + text(guardrail.bound()) + ".",
                OptionalDouble.of(now.value()),
                before,
                now.sample());
    }

    private static Judgement noData(String why, long sample) {
        return new Judgement(Verdict.NO_DATA, why, OptionalDouble.empty(), OptionalDouble.empty(), sample);
    }

    private static OptionalDouble baseline(Reading before) {
        return switch (before) {
            case Reading.Figure figure -> OptionalDouble.of(figure.value());
            case Reading.NoData _ -> OptionalDouble.empty();
        };
    }

    /** At most two digits behind the point, none that say nothing. */
    static String text(double figure) {
        var text = String.format(Locale.ROOT, "%.2f", figure);
        return text.replaceAll("\\.?0+$", "");
    }
}
