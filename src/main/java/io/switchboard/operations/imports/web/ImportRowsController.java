package io.switchboard.operations.imports.web;

import io.switchboard.kernel.Caller;
import io.switchboard.operations.imports.ChangeKind;
import io.switchboard.operations.imports.ImportDiff;
import io.switchboard.operations.imports.ImportErrors;
import io.switchboard.operations.imports.PlannedChange;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows of an import over HTTP: its diff, and what it rejected as CSV and as signed manifest. */
@RestController
@RequestMapping("/api/imports")
class ImportRowsController {

    private final ImportDiff diff;
    private final ImportErrors errors;

    ImportRowsController(ImportDiff diff, ImportErrors errors) {
        this.diff = diff;
        this.errors = errors;
    }

    /** Rows of a diff; {@code next} is the cursor of the next page. */
    record Changes(List<Row> items, @Nullable String next, long total) {}

    /** A row with its action ({@code create}, {@code update} …) beside its values. */
    record Row(String action, PlannedChange change) {}

    @GetMapping("/{id}/changes")
    ResponseEntity<?> changes(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var kind = ChangeKind.parse(action);
        if (kind.isEmpty()) {
            return ImportProblems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "bad-action",
                    "The action is one of " + ChangeKind.names() + ", or absent for all.");
        }
        return ImportIds.known(id)
                .flatMap(known -> diff.page(caller, known, kind.get(), search, cursor, limit))
                .<ResponseEntity<?>>map(page -> ResponseEntity.ok(page(page, cursor)))
                .orElseGet(ImportProblems::notFound);
    }

    private static Changes page(ImportDiff.Page page, int cursor) {
        long end = Math.max(0, cursor) + (long) page.items().size();
        var rows = page.items().stream().map(row -> new Row(action(row), row)).toList();
        return new Changes(rows, end < page.total() && !rows.isEmpty() ? String.valueOf(end) : null, page.total());
    }

    private static String action(PlannedChange change) {
        return switch (change) {
            case PlannedChange.Create ignored -> "create";
            case PlannedChange.Update ignored -> "update";
            case PlannedChange.Remove ignored -> "remove";
            case PlannedChange.Unchanged ignored -> "unchanged";
            case PlannedChange.Reject ignored -> "reject";
            case PlannedChange.Conflict ignored -> "conflict";
        };
    }

    @GetMapping("/{id}/errors")
    ResponseEntity<?> manifest(Caller caller, @PathVariable String id) {
        return ImportIds.known(id)
                .flatMap(known -> errors.manifest(caller, known))
                .<ResponseEntity<?>>map(envelope -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(envelope))
                .orElseGet(ImportProblems::notFound);
    }

    /** Written as it is read: neither the file nor its rejected rows are held in memory. */
    @GetMapping("/{id}/errors.csv")
    @Nullable
    ResponseEntity<?> rejectedRows(Caller caller, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        var known = ImportIds.known(id).filter(found -> errors.exist(caller, found));
        if (known.isEmpty()) {
            return ImportProblems.notFound();
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-rejected.csv\"");
        var writer = response.getWriter();
        errors.writeCsv(caller, known.get(), writer);
        writer.flush();
        return null;
    }
}
