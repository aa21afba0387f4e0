package io.switchboard.control.flags;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ramp's plan, and the rules before it, as JSON in a column. */
final class RampText {

    private static final JsonMapper JSON = new JsonMapper();

    private RampText() {}

    static String text(RampPlan plan, List<Rule> before) {
        var map = new LinkedHashMap<String, Object>();
        map.put("steps", plan.steps().stream().map(RampText::step).toList());
        plan.guardrail()
                .ifPresent(it ->
                        map.put("guardrail", Map.of("signal", it.signal(), "bound", it.bound(), "least", it.least())));
        map.put("before", before.stream().map(Definitions::map).toList());
        return JSON.writeValueAsString(map);
    }

    private static Map<String, Object> step(RampStep step) {
        var map = new LinkedHashMap<>(Definitions.map(step.rule()));
        map.put("hold", step.hold().code());
        return map;
    }

    static RampPlan plan(String text) {
        var json = JSON.readTree(text);
        var steps = new ArrayList<RampStep>();
        json.path("steps")
                .forEach(step -> steps.add(new RampStep(
                        Definitions.rule(step).target(), hold(step.path("hold").asString()))));
        return new RampPlan(steps, guardrail(json.path("guardrail")), Optional.empty());
    }

    private static Optional<Guardrail> guardrail(JsonNode json) {
        return json.isObject()
                ? Optional.of(new Guardrail(
                        json.path("signal").asString(),
                        json.path("bound").asDouble(),
                        json.path("least").asLong()))
                : Optional.empty();
    }

    private static Hold hold(String code) {
        if (code.equals("approval")) {
            return new Hold.Approval();
        }
        return code.startsWith("sample:")
                ? new Hold.Sample(Long.parseLong(code.substring("sample:".length())))
                : new Hold.For(Duration.parse(code));
    }

    static List<Rule> before(String text) {
        var rules = new ArrayList<Rule>();
        JSON.readTree(text).path("before").forEach(rule -> rules.add(Definitions.rule(rule)));
        return rules;
    }
}
