package io.switchboard.operations.runbooks.dialect;

import io.switchboard.operations.runbooks.dialect.RunbookSteps.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a runbook goes from step to step: every step that is named exists once, and no way leads back, so every run ends. */
final class Flow {

    private final List<Step> steps;
    private final Optional<String> onFailure;
    private final Problems problems;
    private final Map<String, Integer> byId = new HashMap<>();

    Flow(Map<String, @Nullable Object> runbook, Problems problems) {
        this.steps = RunbookSteps.of(runbook);
        this.onFailure = Optional.ofNullable(runbook.get("on-failure")).map(String::valueOf);
        this.problems = problems;
    }

    void check() {
        for (var step : steps) {
            if (step.id().equals(RunbookSteps.END) || byId.putIfAbsent(step.id(), step.index()) != null) {
                problems.add(
                        "/steps/" + step.index() + "/id",
                        "E-305",
                        "The id " + step.id() + " is taken",
                        "Give every step an id of its own, other than end");
            }
        }
        steps.forEach(step -> step.references().forEach((where, id) -> require("/steps/" + step.index() + where, id)));
        onFailure.filter(what -> !what.equals("stop")).ifPresent(id -> require("/on-failure", id));
        if (problems.isEmpty()) {
            refuseLoops();
        }
    }

    private void require(String pointer, String id) {
        if (!id.equals(RunbookSteps.END) && !byId.containsKey(id)) {
            problems.add(
                    pointer, "E-306", "There is no step " + id, "Name a step of this runbook, or end to stop there");
        }
    }

    /** Steps that no way from the first one leads to. */
    static Set<String> unreachable(List<Step> steps, Optional<String> onFailure) {
        var byId = new HashMap<String, Integer>();
        steps.forEach(step -> byId.put(step.id(), step.index()));
        var reached = new HashSet<Integer>();
        var open = new ArrayDeque<Integer>(List.of(0));
        onFailure.map(byId::get).ifPresent(open::add);
        while (!open.isEmpty()) {
            int at = open.pop();
            if (reached.add(at)) {
                open.addAll(following(steps, byId, at));
            }
        }
        var unreachable = new HashSet<String>();
        steps.stream().filter(step -> !reached.contains(step.index())).forEach(step -> unreachable.add(step.id()));
        return unreachable;
    }

    private static List<Integer> following(List<Step> steps, Map<String, Integer> byId, int at) {
        var following = new ArrayList<Integer>();
        var step = steps.get(at);
        step.references()
                .values()
                .forEach(id -> Optional.ofNullable(byId.get(id)).ifPresent(following::add));
        if (step.fallsThrough() && at + 1 < steps.size()) {
            following.add(at + 1);
        }
        return following;
    }

    /** Takes away steps to which nothing leads that is left (Kahn's algorithm); what cannot be taken away leads back to itself. */
    private void refuseLoops() {
        var incoming = new int[steps.size()];
        for (int at = 0; at < steps.size(); at++) {
            following(steps, byId, at).forEach(to -> incoming[to]++);
        }
        var free = new ArrayDeque<Integer>();
        for (int at = 0; at < steps.size(); at++) {
            if (incoming[at] == 0) {
                free.add(at);
            }
        }
        int left = steps.size();
        while (!free.isEmpty()) {
            int at = free.pop();
            left--;
            for (int to : following(steps, byId, at)) {
                if (--incoming[to] == 0) {
                    free.add(to);
                }
            }
        }
        if (left > 0) {
            loop(incoming);
        }
    }

    private void loop(int[] incoming) {
        int at = 0;
        while (incoming[at] == 0) {
            at++;
        }
        problems.add(
                "/steps/" + at,
                "E-307",
                "Steps lead back to " + steps.get(at).id() + ", so a run might never end",
                "Let them lead on; for another try, give the step a retry");
    }
}
