package io.switchboard.insight.trustreports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.trustreports.Form;
import io.switchboard.insight.trustreports.ReportFile;
import io.switchboard.insight.trustreports.ReportId;
import io.switchboard.insight.trustreports.TrustReport;
import io.switchboard.insight.trustreports.TrustReportDesk;
import io.switchboard.insight.trustreports.TrustReports;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's Trust Reports. A report is named by the Monday of its week and its revision, {@code 2026-11-16-1}; taking a form of it along leaves a receipt, named in {@code Switchboard-Receipt}. */
@RestController
class TrustReportsController {

    private final TrustReportDesk desk;
    private final TrustReports reports;

    TrustReportsController(TrustReportDesk desk, TrustReports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    /** The latest week first, at most 120 of {@code total}. */
    record Listed(List<Out> items, long total) {}

    record Out(
            String id,
            String week,
            String zone,
            int revision,
            boolean interim,
            boolean late,
            int asItShouldBe,
            int toLookAt,
            int notRecorded,
            String madeAt,
            @Nullable String receipt) {

        static Out of(TrustReport report) {
            return new Out(
                    report.id().toString(),
                    report.week().iso(),
                    report.week().zone().getId(),
                    report.revision(),
                    report.interim(),
                    report.late(),
                    report.fine(),
                    report.looks(),
                    report.unrecorded(),
                    report.madeAt().toString(),
                    report.receipt().map(ReceiptId::value).orElse(null));
        }
    }

    /** {@code monday}: the first day of the week that the report is wanted of. */
    record Wanted(@Nullable String monday) {}

    @GetMapping("/api/trust-reports")
    Listed list(Caller caller) {
        requireView(caller);
        return new Listed(desk.reports(caller).stream().map(Out::of).toList(), desk.count(caller));
    }

    @PostMapping("/api/trust-reports")
    ResponseEntity<Out> issue(Caller caller, @RequestBody Wanted wanted) {
        return switch (reports.issue(caller, monday(wanted.monday()))) {
            case Enforced.Done<TrustReport> done ->
                ResponseEntity.created(
                                URI.create("/api/trust-reports/" + done.value().id()))
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(Out.of(done.value()));
            case Enforced.Refused<TrustReport> refused -> throw Problems.of(refused);
            case Enforced.Failed<TrustReport> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/api/trust-reports/{id}")
    Out one(Caller caller, @PathVariable String id) {
        requireView(caller);
        return ReportId.parse(id)
                .flatMap(known -> desk.find(caller, known))
                .map(Out::of)
                .orElseThrow(TrustReportsController::nothing);
    }

    /** {@code form}: pdf, json, html or oscal. */
    @GetMapping("/api/trust-reports/{id}/{form}")
    ResponseEntity<byte[]> file(Caller caller, @PathVariable String id, @PathVariable String form) {
        var wanted = Form.parse(form).orElseThrow(TrustReportsController::nothing);
        return ReportId.parse(id)
                .flatMap(known -> reports.download(caller, known, wanted))
                .map(TrustReportsController::answer)
                .orElseThrow(TrustReportsController::nothing);
    }

    private static ResponseEntity<byte[]> answer(Enforced<ReportFile> ended) {
        return switch (ended) {
            case Enforced.Done<ReportFile> done ->
                ResponseEntity.ok()
                        .contentType(
                                MediaType.parseMediaType(done.value().form().type()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + done.value().name() + "\"")
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(done.value().bytes());
            case Enforced.Refused<ReportFile> refused -> throw Problems.of(refused);
            case Enforced.Failed<ReportFile> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private void requireView(Caller caller) {
        desk.againstViewing(caller).ifPresent(_ -> {
            throw nothing();
        });
    }

    private static LocalDate monday(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(TrustReportsController::day)
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-week",
                        "monday is the date of a Monday, such as 2026-11-16: the first day of the week."));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ErrorResponseException nothing() {
        return Problems.of(
                HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address, or it is not yours to see.");
    }
}
