package io.switchboard.control.flags;

/**
 * What ends a ramp by itself: a figure of the signal above {@code bound}. A figure of fewer than {@code least} is no data, and a ramp without data does not go on.
 */
public record Guardrail(String signal, double bound, long least) {

    String code() {
        return signal + "<=" + Judgement.text(bound) + ",least:" + least;
    }
}
