package io.switchboard.control.flags;

import java.util.ArrayList;
import java.util.List;

/** Which rules a flag has at a step. What is not the ramp's stays as it is and where it is. */
final class RampRules {

    private RampRules() {}

    /** {@code step} -1: as before the ramp. */
    static List<Rule> at(Ramp ramp, int step, List<Rule> now) {
        var rules =
                new ArrayList<>(now.stream().filter(rule -> !isOf(ramp, rule)).toList());
        rules.addAll(place(ramp, now), owned(ramp, step));
        return rules;
    }

    /** Where the first of the ramp's rules stands, else behind all others. */
    private static int place(Ramp ramp, List<Rule> now) {
        int place = 0;
        for (var rule : now) {
            if (isOf(ramp, rule)) {
                return place;
            }
            place++;
        }
        return place;
    }

    /** Cohorts before the share: a cohort has what it was given, whatever its place among a hundred. */
    private static List<Rule> owned(Ramp ramp, int step) {
        var rules = new ArrayList<Rule>();
        ramp.before().stream().filter(rule -> isOf(ramp, rule)).forEach(rules::add);
        for (var one : ramp.plan().steps().subList(0, step + 1)) {
            rules.removeIf(rule -> one.rule().replaces(rule));
            rules.add(one.rule());
        }
        rules.sort(java.util.Comparator.comparing(rule -> rule.target() instanceof Target.Share));
        return rules;
    }

    /** The share that switches on, and each cohort that a step is about. */
    static boolean isOf(Ramp ramp, Rule rule) {
        return switch (rule.target()) {
            case Target.Share _ -> rule.serve();
            case Target.InCohort _ ->
                ramp.plan().steps().stream().anyMatch(step -> step.rule().equals(rule));
            case Target.OneTenant _ -> false;
        };
    }

    /** Whether a change by hand would alter what is the ramp's. */
    static boolean touches(Ramp ramp, List<Rule> before, List<Rule> after) {
        return !of(ramp, before).equals(of(ramp, after));
    }

    private static List<Rule> of(Ramp ramp, List<Rule> rules) {
        return rules.stream().filter(rule -> isOf(ramp, rule)).toList();
    }
}
