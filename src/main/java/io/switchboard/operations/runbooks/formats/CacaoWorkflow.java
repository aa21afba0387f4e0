package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.Members;
import io.switchboard.operations.runbooks.dialect.Problems;
import io.switchboard.operations.runbooks.formats.Dialect.Translation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workflow of a playbook: its steps in the order in which they are come to, beginning at {@code workflow_start}. */
final class CacaoWorkflow {

    private static final List<String> NEXT =
            List.of("on_completion", "on_success", "on_true", "on_false", "on_failure");

    private final Members playbook;
    private final Translation to;
    private final Problems problems;

    CacaoWorkflow(Members playbook, Translation to, Problems problems) {
        this.playbook = playbook;
        this.to = to;
        this.problems = problems;
    }

    List<@Nullable Object> steps() {
        var workflow = playbook.object("workflow");
        var agents = new CacaoParties(playbook.object("agent_definitions"));
        var targets = new CacaoParties(playbook.object("target_definitions"));
        var start = playbook.required("workflow_start", 300);
        if (workflow.isEmpty()) {
            playbook.missing("workflow");
            return List.of();
        }
        var steps = new ArrayList<@Nullable Object>();
        exception();
        for (var id : inOrder(workflow.get(), start)) {
            var step = new CacaoStep(id, workflow.get().object(id).orElseThrow(), agents, targets, to, problems);
            step.readInto(steps);
        }
        return steps;
    }

    private void exception() {
        to.places().put("/on-failure", playbook.pointer("workflow_exception"));
        playbook.text("workflow_exception", 300)
                .map(CacaoDialect::target)
                .filter(id -> !id.equals("end"))
                .ifPresent(id -> to.runbook().put("on-failure", id));
    }

    /** Those that the start leads to, then the others, which the dialect's own rules are told about. */
    private static Set<String> inOrder(Members workflow, Optional<String> start) {
        var order = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        start.ifPresent(open::push);
        while (!open.isEmpty()) {
            var id = open.pop();
            if (workflow.names().contains(id) && order.add(id)) {
                workflow.object(id)
                        .ifPresent(step -> NEXT.reversed()
                                .forEach(name -> step.text(name, 300).ifPresent(open::push)));
            }
        }
        workflow.names().stream().filter(id -> workflow.object(id).isPresent()).forEach(order::add);
        return order;
    }
}
