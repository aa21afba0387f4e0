package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.imports.ImportCounts;
import io.switchboard.operations.imports.ImportErrors;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.PlannedChange;
import io.switchboard.operations.imports.UnknownKind;
import io.switchboard.operations.imports.format.UnreadableFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP: dry run and commit, the plan, its rows and what it rejected. Refusals are RFC 9457 problems with decision and receipt. */
@RestController
@RequestMapping("/api/imports")
class ImportsController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImportService imports;
    private final ImportErrors errors;

    ImportsController(ImportService imports, ImportErrors errors) {
        this.imports = imports;
        this.errors = errors;
    }

    /** An import as the API shows it. */
    record Answer(
            String id,
            String kind,
            String status,
            ImportCounts counts,
            @Nullable String receiptId,
            @Nullable String decisionId,
            List<String> ignored,
            List<String> notes,
            Map<String, String> links) {

        static Answer of(ImportPlan plan) {
            var self = "/api/imports/" + plan.id();
            return new Answer(
                    plan.id().value(),
                    plan.kind(),
                    plan.status().wire(),
                    plan.counts(),
                    plan.receipt().map(ReceiptId::value).orElse(null),
                    plan.decision().map(DecisionId::value).orElse(null),
                    plan.ignored(),
                    plan.notes(),
                    Map.of(
                            "self", self,
                            "changes", self + "/changes",
                            "errors", self + "/errors",
                            "errorsCsv", self + "/errors.csv"));
        }
    }

    /** Rows of a diff; {@code next} is the cursor of the next page. */
    record Changes(List<Row> items, @Nullable String next, long total) {}

    /** A row with its action ({@code create}, {@code update} …) beside its values. */
    record Row(String action, PlannedChange change) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> start(
            Caller caller,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "identities") String kind,
            @RequestParam(defaultValue = "dry-run") String mode,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(defaultValue = "{}") String mapping,
            @RequestParam(required = false) @Nullable Set<String> approveRows)
            throws IOException {
        if (!mode.equals("dry-run") && !mode.equals("commit")) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "bad-mode", "The mode is dry-run or commit.");
        }
        if (file == null && (plan == null || mode.equals("dry-run"))) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "no-file", "Send a file, or mode commit with the id of a plan.");
        }
        var planned = file == null ? Optional.<Enforced<ImportPlan>>empty() : dryRun(caller, file, kind, mapping);
        if (planned.isPresent() && (mode.equals("dry-run") || !(planned.get() instanceof Enforced.Done))) {
            return answer(planned.get());
        }
        var id = planned.map(done -> ((Enforced.Done<ImportPlan>) done).value().id())
                .or(() -> Optional.ofNullable(plan).filter(ImportId::isValid).map(ImportId::new));
        return id.flatMap(known -> imports.commit(caller, known, approveRows == null ? Set.of() : approveRows))
                .<ResponseEntity<?>>map(ImportsController::answer)
                .orElseGet(ImportsController::notFound);
    }

    private Optional<Enforced<ImportPlan>> dryRun(Caller caller, MultipartFile file, String kind, String mapping)
            throws IOException {
        var wanted = JSON.readValue(mapping, new TypeReference<Map<String, String>>() {});
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload.csv");
        try (var content = file.getInputStream()) {
            var uploaded = imports.upload(caller, kind, name, content);
            return imports.plan(caller, uploaded.id(), wanted);
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        return known(id)
                .flatMap(known -> imports.find(caller, known))
                .<ResponseEntity<?>>map(plan -> ResponseEntity.ok(Answer.of(plan)))
                .orElseGet(ImportsController::notFound);
    }

    @GetMapping("/{id}/changes")
    ResponseEntity<?> changes(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return known(id)
                .flatMap(known -> imports.changes(caller, known, action, search, cursor, limit))
                .<ResponseEntity<?>>map(page -> ResponseEntity.ok(page(page, cursor)))
                .orElseGet(ImportsController::notFound);
    }

    private static Changes page(ImportService.ChangePage page, int cursor) {
        long end = Math.max(0, cursor) + (long) page.items().size();
        var rows = page.items().stream().map(row -> new Row(action(row), row)).toList();
        return new Changes(rows, end < page.total() && !rows.isEmpty() ? String.valueOf(end) : null, page.total());
    }

    private static String action(PlannedChange change) {
        return switch (change) {
            case PlannedChange.Create ignored -> "create";
            case PlannedChange.Update ignored -> "update";
            case PlannedChange.Unchanged ignored -> "unchanged";
            case PlannedChange.Reject ignored -> "reject";
            case PlannedChange.Conflict ignored -> "conflict";
        };
    }

    @GetMapping("/{id}/errors")
    ResponseEntity<?> manifest(Caller caller, @PathVariable String id) {
        return known(id)
                .flatMap(known -> errors.manifest(caller, known))
                .<ResponseEntity<?>>map(envelope -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(envelope))
                .orElseGet(ImportsController::notFound);
    }

    @GetMapping("/{id}/errors.csv")
    ResponseEntity<?> rejectedRows(Caller caller, @PathVariable String id) throws IOException {
        var out = new StringWriter();
        if (!ImportId.isValid(id) || !errors.writeCsv(caller, new ImportId(id), out)) {
            return notFound();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-rejected.csv\"")
                .body(out.toString());
    }

    private static Optional<ImportId> known(String id) {
        return Optional.of(id).filter(ImportId::isValid).map(ImportId::new);
    }

    private static ResponseEntity<?> answer(Enforced<ImportPlan> ended) {
        return switch (ended) {
            case Enforced.Done<ImportPlan> done -> ResponseEntity.ok(Answer.of(done.value()));
            case Enforced.Refused<ImportPlan> refused -> {
                var reason = refused.decision().reasons().stream().findFirst();
                var detail = reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it.");
                yield receipted(
                        HttpStatus.FORBIDDEN,
                        reason.map(it -> it.code()).orElse("denied"),
                        detail,
                        refused.decision().id(),
                        refused.receipt().id());
            }
            case Enforced.Failed<ImportPlan> failed ->
                receipted(
                        status(failed.failure().code()),
                        failed.failure().code(),
                        failed.failure().explanation(),
                        failed.decision().id(),
                        failed.receipt().id());
        };
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "stale-plan",
                    "already-committing",
                    "already-committed",
                    "expired-plan",
                    "wrong-status",
                    "interrupted" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableFile e) {
        var status = switch (e.code()) {
            case "too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "not-csv" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(status, e.code(), e.explanation());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownKind e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-kind", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler(JacksonException.class)
    ResponseEntity<ProblemDetail> badMapping() {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-mapping",
                "The mapping is a JSON object of field to header, for example {\"user_name\": \"Login\"}.");
    }

    private static ResponseEntity<ProblemDetail> notFound() {
        return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such import.");
    }

    private static ResponseEntity<ProblemDetail> receipted(
            HttpStatus status, String code, String detail, DecisionId decision, ReceiptId receipt) {
        var problem = detailed(status, code, detail);
        problem.setProperty("decisionId", decision.value());
        problem.setProperty("receiptId", receipt.value());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detailed(status, code, detail));
    }

    private static ProblemDetail detailed(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }
}
