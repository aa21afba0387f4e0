package io.switchboard.operations.imports.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ImportPlan;
import io.switchboard.operations.imports.ImportService;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP: dry run and commit, and the plan. Refusals are RFC 9457 problems with decision and receipt. */
@RestController
@RequestMapping("/api/imports")
class ImportsController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ImportService imports;

    ImportsController(ImportService imports) {
        this.imports = imports;
    }

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
            return ImportProblems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "bad-mode", "The mode is dry-run or commit.");
        }
        if (file == null && (plan == null || mode.equals("dry-run"))) {
            return ImportProblems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "no-file", "Send a file, or mode commit with the id of a plan.");
        }
        var planned = file == null ? Optional.<Enforced<ImportPlan>>empty() : dryRun(caller, file, kind, mapping);
        if (planned.isPresent() && (mode.equals("dry-run") || !(planned.get() instanceof Enforced.Done))) {
            return EnforcedAnswer.of(planned.get());
        }
        var id = planned.map(done -> ((Enforced.Done<ImportPlan>) done).value().id())
                .or(() -> Optional.ofNullable(plan).flatMap(ImportIds::known));
        return id.flatMap(known -> imports.commit(caller, known, approveRows == null ? Set.of() : approveRows))
                .<ResponseEntity<?>>map(EnforcedAnswer::of)
                .orElseGet(ImportProblems::notFound);
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
        return ImportIds.known(id)
                .flatMap(known -> imports.find(caller, known))
                .<ResponseEntity<?>>map(plan -> ResponseEntity.ok(ImportAnswer.of(plan)))
                .orElseGet(ImportProblems::notFound);
    }
}
