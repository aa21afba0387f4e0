package io.switchboard.insight.isolation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.insight.isolation.Probe;
import io.switchboard.insight.isolation.ProbeRun;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.List;

/** The runs, and what was asked in one. */
@org.springframework.stereotype.Component
class ProbeTables {

    private final ReceiptQuery receipts;
    private final Clock clock;

    ProbeTables(ReceiptQuery receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    boolean isStale(ProbeRun run) {
        return run.isStale(clock.instant());
    }

    StateTag state(ProbeRun run) {
        if (run.leaks() > 0) {
            return new StateTag(StateTag.Tone.DANGER, "leak");
        }
        return run.isGreen()
                ? new StateTag(
                        isStale(run) ? StateTag.Tone.WARNING : StateTag.Tone.SUCCESS,
                        isStale(run) ? "out of date" : "apart")
                : new StateTag(StateTag.Tone.WARNING, "not covered");
    }

    Component runs(TenantContext context, List<ProbeRun> runs) {
        var states = receipts.states(
                context.tenant().id(), runs.stream().map(ProbeRun::receipt).toList());
        return new DataTable<ProbeRun>("Runs, the latest first")
                .column("Ended", run -> new RelativeTime(run.endedAt(), clock))
                .column("State", this::state)
                .column("Doors", run -> new Span(String.valueOf(run.doors())))
                .column("Probes", run -> new Span(String.valueOf(run.probes())))
                .column("Leaks", run -> new Span(String.valueOf(run.leaks())))
                .column("Not covered", run -> new Span(String.valueOf(run.uncovered())))
                .column(
                        "Receipt",
                        run -> new ReceiptBadge(
                                context.slug(), run.receipt(), states.getOrDefault(run.receipt(), LogState.PENDING)))
                .rows(runs);
    }

    Component matrix(List<Probe> probes) {
        return new DataTable<Probe>("Every probe of the last run, what wants a look first")
                .column("Verdict", probe -> verdict(probe.verdict()))
                .column("Door", probe -> new Code(probe.method() + " " + probe.door()))
                .column("Asked by", probe -> new Span(probe.prober()))
                .column("Expected", probe -> new Span(probe.expected()))
                .column("Got", probe -> new Span(probe.got()))
                .rows(probes);
    }

    private static StateTag verdict(Probe.Verdict verdict) {
        return new StateTag(
                switch (verdict) {
                    case REFUSED -> StateTag.Tone.SUCCESS;
                    case LEAK -> StateTag.Tone.DANGER;
                    case NOT_COVERED -> StateTag.Tone.WARNING;
                },
                verdict.words());
    }
}
