package io.switchboard.insight.evaluation.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.evaluation.Criterion;
import io.switchboard.insight.evaluation.Evaluation;
import io.switchboard.insight.evaluation.EvaluationDesk;
import io.switchboard.insight.evaluation.EvaluationDocument;
import io.switchboard.insight.evaluation.EvaluationDocuments;
import io.switchboard.insight.evaluation.EvaluationForm;
import io.switchboard.insight.evaluation.EvaluationKit;
import io.switchboard.insight.evaluation.Integration;
import io.switchboard.insight.evaluation.Memo;
import io.switchboard.insight.evaluation.Memos;
import io.switchboard.insight.evaluation.SuccessMetric;
import io.switchboard.insight.evaluation.WeeklyReport;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evaluation of the caller's tenant as it stands now. Days are of the calendar (UTC), times RFC 3339. */
@RestController
@RequestMapping("/api/evaluation")
class EvaluationController {

    private final EvaluationDesk desk;
    private final Memos memos;
    private final EvaluationDocuments documents;

    EvaluationController(EvaluationDesk desk, Memos memos, EvaluationDocuments documents) {
        this.desk = desk;
        this.memos = memos;
        this.documents = documents;
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
            List<Reported> reports,
            List<SuccessMetric> metrics,
            List<SignedMemo> memos) {

        static Kit of(EvaluationKit kit, List<Memo> memos) {
            return new Kit(
                    kit.evaluation().beginsOn(),
                    kit.evaluation().lastDay(),
                    kit.evaluation().day(kit.asOf()),
                    Evaluation.DAYS,
                    kit.asOf(),
                    kit.met(),
                    kit.criteria().stream().map(Ticked::of).toList(),
                    kit.integrations().stream().map(Connected::of).toList(),
                    kit.reports().stream().map(Reported::of).toList(),
                    kit.metrics(),
                    memos.stream().map(SignedMemo::of).toList());
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

    /** {@code standing}: waits for the platform, signed by both sides, declined by the platform, or a later one took its place; {@code sha256} is of what was signed. */
    record SignedMemo(
            int number, String verdict, String words, String standing, String sha256, Optional<String> receipt) {

        static SignedMemo of(Memo memo) {
            return new SignedMemo(
                    memo.number(),
                    memo.verdict().wire(),
                    memo.words(),
                    memo.standing().words(),
                    memo.digest().hex(),
                    memo.signed().receipt().map(ReceiptId::value));
        }
    }

    @GetMapping
    Kit kit(Caller caller) {
        return desk.kit(caller)
                .map(kit -> Kit.of(kit, memos.list(caller)))
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

    /** {@code form}: pdf, json or html. */
    @GetMapping("/plan")
    ResponseEntity<byte[]> plan(Caller caller, @RequestParam(defaultValue = "pdf") String form) {
        return answer(documents.plan(caller), form(form));
    }

    /** The latest memo; {@code form} as of the plan. */
    @GetMapping("/memo")
    ResponseEntity<byte[]> memo(Caller caller, @RequestParam(defaultValue = "pdf") String form) {
        var wanted = form(form);
        return documents
                .latestMemo(caller)
                .map(ended -> answer(ended, wanted))
                .orElseThrow(EvaluationController::nothing);
    }

    private static ResponseEntity<byte[]> answer(Enforced<EvaluationDocument> ended, EvaluationForm form) {
        return switch (ended) {
            case Enforced.Done<EvaluationDocument> done ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(form.type()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + done.value().name() + "." + form.extension() + "\"")
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(form.of(done.value()));
            case Enforced.Refused<EvaluationDocument> refused -> throw Problems.of(refused);
            case Enforced.Failed<EvaluationDocument> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private static EvaluationForm form(String text) {
        return EvaluationForm.parse(text)
                .orElseThrow(() -> Problems.of(HttpStatus.BAD_REQUEST, "bad-form", "form is pdf, json or html."));
    }

    private static ErrorResponseException nothing() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address, or it is not yours to see.");
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
