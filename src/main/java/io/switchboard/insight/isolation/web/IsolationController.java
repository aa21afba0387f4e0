package io.switchboard.insight.isolation.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.isolation.IsolationDesk;
import io.switchboard.insight.isolation.IsolationProbes;
import io.switchboard.insight.isolation.Probe;
import io.switchboard.insight.isolation.ProbeRun;
import io.switchboard.kernel.Caller;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The probes for services of the platform. To everybody else it is 404. A run leaves a receipt, named in {@code Switchboard-Receipt}. */
@RestController
class IsolationController {

    private final IsolationDesk desk;
    private final IsolationProbes probes;

    IsolationController(IsolationDesk desk, IsolationProbes probes) {
        this.desk = desk;
        this.probes = probes;
    }

    /** The runs, the latest first, and every probe of the latest. */
    record IsolationJson(List<RunJson> runs, List<ProbeJson> matrix) {}

    record RunJson(
            String id,
            Instant startedAt,
            Instant endedAt,
            int routes,
            int probes,
            int refused,
            int leaks,
            int uncovered,
            String receipt) {

        static RunJson of(ProbeRun run) {
            return new RunJson(
                    run.id(),
                    run.startedAt(),
                    run.endedAt(),
                    run.doors(),
                    run.probes(),
                    run.refused(),
                    run.leaks(),
                    run.uncovered(),
                    run.receipt().value());
        }
    }

    /** {@code verdict} is {@code refused}, {@code leak} or {@code not covered}. */
    record ProbeJson(String prober, String method, String door, String expected, String got, String verdict) {

        static ProbeJson of(Probe probe) {
            return new ProbeJson(
                    probe.prober(),
                    probe.method(),
                    probe.door(),
                    probe.expected(),
                    probe.got(),
                    probe.verdict().words());
        }
    }

    @GetMapping("/api/isolation")
    IsolationJson isolation(Caller caller) {
        requireHere(caller);
        var runs = desk.runs(caller);
        var matrix =
                runs.stream().findFirst().map(run -> desk.probes(caller, run)).orElse(List.of());
        return new IsolationJson(
                runs.stream().map(RunJson::of).toList(),
                matrix.stream().map(ProbeJson::of).toList());
    }

    /** Answers when the run has ended; 409 with the code {@code leak} or {@code not-covered} where it is not green. */
    @PostMapping("/api/isolation/runs")
    ResponseEntity<RunJson> probe(Caller caller) {
        requireHere(caller);
        return switch (probes.probe(caller)) {
            case Enforced.Done<ProbeRun> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(RunJson.of(done.value()));
            case Enforced.Refused<ProbeRun> refused -> throw Problems.of(refused);
            case Enforced.Failed<ProbeRun> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private void requireHere(Caller caller) {
        if (!desk.isHere(caller) || desk.againstViewing(caller).isPresent()) {
            throw nothing();
        }
    }

    private static ErrorResponseException nothing() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address, or it is not yours to see.");
    }
}
