package io.switchboard.insight.reliability.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.reliability.Baselines;
import io.switchboard.insight.reliability.Indicator;
import io.switchboard.insight.reliability.Objectives;
import io.switchboard.insight.reliability.ReliabilityDesk;
import io.switchboard.kernel.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The service levels of the caller's tenant. What changes them leaves a receipt, named in {@code Switchboard-Receipt}. */
@RestController
class ReliabilityController {

    private final ReliabilityDesk desk;
    private final Objectives objectives;
    private final Baselines baselines;

    ReliabilityController(ReliabilityDesk desk, Objectives objectives, Baselines baselines) {
        this.desk = desk;
        this.objectives = objectives;
        this.baselines = baselines;
    }

    /** {@code target} is a percentage; {@code version} that of the objective that was seen. */
    record WantedObjective(
            @Nullable String indicator,
            @Nullable BigDecimal target,
            @Nullable Integer days,
            @Nullable Integer version) {}

    /** The first and the last day (UTC) on which the incidents were opened. */
    record WantedBaseline(@Nullable String from, @Nullable String to) {}

    @GetMapping("/api/reliability")
    ReliabilityJson of(Caller caller) {
        return ReliabilityJson.of(desk.of(caller));
    }

    @PostMapping("/api/reliability/objectives")
    ResponseEntity<ReliabilityJson.ObjectiveJson> set(Caller caller, @RequestBody WantedObjective wanted) {
        var indicator = Optional.ofNullable(wanted.indicator()).flatMap(Indicator::parse);
        if (indicator.isEmpty() || wanted.target() == null || wanted.days() == null || wanted.version() == null) {
            throw bad(
                    "bad-objective",
                    "An objective has an indicator (availability, latency or receipt-integration), a target in percent such as 99.9, days (7, 28, 30 or 90) and the version that was seen.");
        }
        var ended = objectives.set(caller, indicator.get(), wanted.target(), wanted.days(), wanted.version());
        return answer(ended, ReliabilityJson.ObjectiveJson::of);
    }

    @PostMapping("/api/reliability/baselines")
    ResponseEntity<ReliabilityJson.BaselineJson> record(Caller caller, @RequestBody WantedBaseline wanted) {
        return answer(baselines.record(caller, day(wanted.from()), day(wanted.to())), ReliabilityJson.BaselineJson::of);
    }

    private static <T, R> ResponseEntity<R> answer(Enforced<T> ended, Function<T, R> json) {
        return switch (ended) {
            case Enforced.Done<T> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(json.apply(done.value()));
            case Enforced.Refused<T> refused -> throw Problems.of(refused);
            case Enforced.Failed<T> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw bad("bad-period", "from and to are dates such as 2026-10-01: the first and the last day, in UTC.");
        }
    }

    private static ErrorResponseException bad(String code, String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, code, detail);
    }
}
