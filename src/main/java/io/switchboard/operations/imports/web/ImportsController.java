package io.switchboard.operations.imports.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportDrafts;
import io.switchboard.operations.imports.ImportFilter;
import io.switchboard.operations.imports.ImportHistory;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.operations.imports.ImportJobs;
import io.switchboard.operations.imports.ImportList;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import io.switchboard.operations.imports.ImportStatus;
import io.switchboard.operations.imports.SavedMappings;
import io.switchboard.operations.imports.Upload;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports over HTTP: dry run and commit, and the plan. What takes longer than two seconds answers 202 with the import's {@code Location} and goes on.
 * Refusals are RFC 9457 problems with decision and receipt.
 */
@RestController
@RequestMapping("/api/imports")
class ImportsController {

    private final ImportService imports;
    private final ImportDrafts drafts;
    private final SavedMappings mappings;
    private final ImportHistory history;
    private final ImportRuns runs;

    ImportsController(
            ImportService imports,
            ImportDrafts drafts,
            SavedMappings mappings,
            ImportHistory history,
            ImportJobs jobs) {
        this.imports = imports;
        this.drafts = drafts;
        this.mappings = mappings;
        this.history = history;
        this.runs = new ImportRuns(imports, jobs);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> start(Caller caller, @ModelAttribute ImportRequest request) throws IOException {
        var fault = request.fault();
        if (fault.isPresent()) {
            return unprocessable(fault.get().getKey(), fault.get().getValue());
        }
        var file = request.upload();
        return file.isPresent() ? file(caller, request, file.get()) : plan(caller, request);
    }

    private ResponseEntity<?> plan(Caller caller, ImportRequest request) {
        return request.planId()
                .<ResponseEntity<?>>map(id -> runs.commit(caller, id, request.approved()))
                .orElseGet(ImportProblems::notFound);
    }

    private ResponseEntity<?> file(Caller caller, ImportRequest request, MultipartFile file) throws IOException {
        if (request.named().isEmpty()) {
            return file(caller, request, file, request.fields());
        }
        var saved = mappings.find(caller, request.kind(), request.named().get());
        return saved.isPresent()
                ? file(caller, request, file, saved.get().mapping())
                : unprocessable(
                        "unknown-mapping",
                        "There is no saved mapping of that name for " + request.kind()
                                + ". List them at /api/import-mappings, or send the mapping itself as JSON.");
    }

    private ResponseEntity<?> file(
            Caller caller, ImportRequest request, MultipartFile file, Map<String, String> mapping) throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload.csv");
        try (var content = file.getInputStream()) {
            return switch (imports.upload(caller, request.kind(), name, content)) {
                case Upload.Accepted(var plan) -> planned(caller, request, plan, mapping);
                case Upload.Unreadable(var code, var explanation) -> ImportProblems.unreadable(code, explanation);
                case Upload.Refused(var refusal) -> EnforcedAnswer.of(refusal);
            };
        }
    }

    private ResponseEntity<?> planned(
            Caller caller, ImportRequest request, ImportPlan plan, Map<String, String> mapping) {
        var fault = Dialects.applied(drafts, caller, plan, request);
        if (fault.isPresent()) {
            return unprocessable("bad-dialect", fault.get());
        }
        drafts.choose(caller, plan.id(), request.existing());
        return request.commits()
                ? runs.planAndCommit(caller, plan.id(), mapping, request.approved())
                : runs.plan(caller, plan.id(), mapping);
    }

    /** Plans the undoing of a committed import as an import of its own. */
    @PostMapping("/{id}/revert")
    ResponseEntity<?> revert(Caller caller, @PathVariable String id) {
        return ImportIds.known(id)
                .flatMap(known -> imports.revert(caller, known))
                .<ResponseEntity<?>>map(upload -> reverting(caller, upload))
                .orElseGet(ImportProblems::notFound);
    }

    private ResponseEntity<?> reverting(Caller caller, Upload upload) {
        return switch (upload) {
            case Upload.Accepted(var plan) -> runs.plan(caller, plan.id(), Map.of());
            case Upload.Unreadable(var code, var explanation) -> ImportProblems.unreadable(code, explanation);
            case Upload.Refused(var refusal) -> EnforcedAnswer.of(refusal);
        };
    }

    /** Newest first; {@code next} is the cursor of the next page. */
    record Page(List<ImportAnswer> items, Optional<String> next, long total) {}

    /** {@code from} and {@code before} are RFC 3339 times; {@code by} is an actor's id. */
    @GetMapping
    ResponseEntity<?> list(
            Caller caller,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> status,
            @RequestParam Optional<String> by,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> before,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var wanted = status.flatMap(ImportStatus::parse);
        if (wanted.isPresent() != status.isPresent()) {
            return unprocessable(
                    "bad-status",
                    "The status is one of draft, planning, planned, committing, committed, stale, expired, failed and"
                            + " discarded, or absent for all.");
        }
        try {
            var filter = new ImportFilter(kind, wanted, by, from.map(Instant::parse), before.map(Instant::parse));
            return page(history.list(caller, filter, cursor.flatMap(ImportIds::known), limit));
        } catch (DateTimeParseException e) {
            return unprocessable("bad-time", "from and before are times in UTC such as 2026-11-01T00:00:00Z.");
        }
    }

    private static ResponseEntity<?> page(ImportList page) {
        return ResponseEntity.ok(new Page(
                page.items().stream().map(ImportAnswer::of).toList(),
                page.next().map(ImportId::value),
                page.total()));
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(Caller caller, @PathVariable String id) {
        return ImportIds.known(id)
                .flatMap(known -> find(caller, known))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(ImportProblems::notFound);
    }

    private Optional<ImportAnswer> find(Caller caller, ImportId id) {
        return imports.find(caller, id).map(ImportAnswer::of);
    }

    private static ResponseEntity<?> unprocessable(String code, String explanation) {
        return ImportProblems.problem(HttpStatus.UNPROCESSABLE_CONTENT, code, explanation);
    }
}
