package io.switchboard.insight.evaluation.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.evaluation.Criterion;
import io.switchboard.insight.evaluation.Evaluation;
import io.switchboard.insight.evaluation.EvaluationDesk;
import io.switchboard.insight.evaluation.EvaluationKit;
import io.switchboard.insight.evaluation.Integration;
import io.switchboard.insight.evaluation.WeeklyReport;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The evaluation of the caller's tenant as it stands now. Days are of the calendar (UTC), times RFC 3339. */
@RestController
@RequestMapping("/api/evaluation")
class EvaluationController {

    private final EvaluationDesk desk;

    EvaluationController(EvaluationDesk desk) {
        this.desk = desk;
    }

    /** {@code {"beginsOn": "2026-11-23"}}. */
    record Draft(@Nullable String beginsOn) {}

    /** {@code day}: 1 on the first of {@code days}. */
    record Kit(
            LocalDate beginsOn,
            LocalDate lastDay,
            long day,
            int days,
            Instant asOf,
            long met,
            List<Ticked> criteria,
            List<Connected> integrations,
            List<Reported> reports) {

        static Kit of(EvaluationKit kit) {
            return new Kit(
                    kit.evaluation().beginsOn(),
                    kit.evaluation().lastDay(),
                    kit.evaluation().day(kit.asOf()),
                    Evaluation.DAYS,
                    kit.asOf(),
                    kit.met(),
                    kit.criteria().stream().map(Ticked::of).toList(),
                    kit.integrations().stream().map(Connected::of).toList(),
                    kit.reports().stream().map(Reported::of).toList());
        }
    }

    record Ticked(String id, String title, String definition, boolean met, String says, Optional<String> receipt) {

        static Ticked of(Criterion criterion) {
            return new Ticked(
                    criterion.id(),
                    criterion.title(),
                    criterion.definition(),
                    criterion.met(),
                    criterion.says(),
                    criterion.proof().map(ReceiptId::value));
        }
    }

    /** {@code state}: live, quiet or not connected. */
    record Connected(String title, String state, String says, Optional<String> receipt) {

        static Connected of(Integration integration) {
            return new Connected(
                    integration.title(),
                    integration.state().words(),
                    integration.says(),
                    integration.proof().map(ReceiptId::value));
        }
    }

    /** {@code received}: the receipt of the first time that it was taken along. */
    record Reported(String week, boolean over, boolean made, Optional<String> received) {

        static Reported of(WeeklyReport report) {
            return new Reported(
                    report.week(),
                    report.over(),
                    report.made(),
                    report.received().map(ReceiptId::value));
        }
    }

    @GetMapping
    Kit kit(Caller caller) {
        return desk.kit(caller)
                .map(Kit::of)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND,
                        "not-begun",
                        "No evaluation has begun. Begin one with POST /api/evaluation."));
    }

    @PostMapping
    ResponseEntity<Kit> begin(Caller caller, @RequestBody(required = false) @Nullable Draft draft) {
        var day = Optional.ofNullable(draft)
                .map(Draft::beginsOn)
                .flatMap(EvaluationController::day)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "bad-day",
                        "Give the first day as beginsOn, such as 2026-11-23."));
        return switch (desk.begin(caller, day)) {
            case Enforced.Done<Evaluation> done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(kit(caller));
            case Enforced.Refused<Evaluation> refused -> throw Problems.of(refused);
            case Enforced.Failed<Evaluation> failed -> throw Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
