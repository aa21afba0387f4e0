package io.switchboard.insight.reliability;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Multi-window, multi-burn-rate alerts as in the SRE Workbook, chapter 5: the long window says that it matters, the short one that it still goes on. A few failures of a few requests are no alert, however
 * high their rate.
 */
public enum BurnRule {
    FAST("fast-burn", Severity.PAGE, 14.4, Duration.ofHours(1), Duration.ofMinutes(5)),
    SLOW("slow-burn", Severity.PAGE, 6, Duration.ofHours(6), Duration.ofMinutes(30)),
    STEADY("steady-burn", Severity.TICKET, 1, Duration.ofDays(3), Duration.ofHours(6));

    /** Fewer failures than this in the long window are no alert. */
    static final int LEAST_FAILURES = 5;

    /** Whether somebody is woken or it can wait for the day. */
    public enum Severity {
        PAGE,
        TICKET
    }

    /** What the windows come to. Silence in the short one neither begins an alert nor ends it: nobody asked, so nobody knows. */
    public enum Verdict {
        BURNING,
        CALM,
        UNKNOWN
    }

    private final String id;
    private final Severity severity;
    private final double factor;
    private final Duration longWindow;
    private final Duration shortWindow;

    BurnRule(String id, Severity severity, double factor, Duration longWindow, Duration shortWindow) {
        this.id = id;
        this.severity = severity;
        this.factor = factor;
        this.longWindow = longWindow;
        this.shortWindow = shortWindow;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** The burn rate from which on it fires. */
    public double factor() {
        return factor;
    }

    public Duration longWindow() {
        return longWindow;
    }

    public Duration shortWindow() {
        return shortWindow;
    }

    Verdict judge(Tally over, Tally lately, Target target) {
        if (over.bad() < LEAST_FAILURES || !reaches(over, target)) {
            return Verdict.CALM;
        }
        if (lately.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return reaches(lately, target) ? Verdict.BURNING : Verdict.CALM;
    }

    private boolean reaches(Tally tally, Target target) {
        return BurnRate.of(tally, target).orElse(0)
                >= factor - 1e-9; // a rate of exactly the factor is not lost to rounding
    }

    /** All windows there are, the shortest first. */
    static List<Duration> windows() {
        return Arrays.stream(values())
                .flatMap(rule -> Stream.of(rule.longWindow, rule.shortWindow))
                .distinct()
                .sorted()
                .toList();
    }

    static BurnRule of(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id.equals(id))
                .findFirst()
                .orElseThrow();
    }
}
