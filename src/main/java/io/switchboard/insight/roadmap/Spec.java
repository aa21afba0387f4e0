package io.switchboard.insight.roadmap;

import java.util.List;
import java.util.Optional;

/**
 * What has to be known before an item is built.
 *
 * @param target what it is to change, measured
 * @param actions the governed actions it touches or brings; with {@code policyPlan} they are its policy plan
 * @param tests what will be tested, a sentence each
 * @param flag the flag it ships behind; with {@code signal}, what is watched, and {@code wayBack}, how it is undone, its operability plan
 * @param acceptance "Given … when … then …", a sentence each
 */
public record Spec(
        Optional<MetricTarget> target,
        List<String> actions,
        String policyPlan,
        List<String> tests,
        String flag,
        String signal,
        String wayBack,
        List<String> acceptance) {

    static final Spec EMPTY = new Spec(Optional.empty(), List.of(), "", List.of(), "", "", "", List.of());

    public Spec {
        actions = List.copyOf(actions);
        tests = List.copyOf(tests);
        acceptance = List.copyOf(acceptance);
    }
}
