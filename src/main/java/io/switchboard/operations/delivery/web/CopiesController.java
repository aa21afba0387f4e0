package io.switchboard.operations.delivery.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.SharedFile;
import io.switchboard.operations.delivery.Sharing;
import io.switchboard.platform.documents.Watermark;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Copies of documents for the caller alone: signed PDFs with a watermark, or with only some sections disclosed. Each is made for the request that asks for it and is not kept. */
@RestController
class CopiesController {

    private final Sharing sharing;

    CopiesController(Sharing sharing) {
        this.sharing = sharing;
    }

    /** As for a link, without its limits. */
    record Wanted(
            @Nullable String document,
            @Nullable String id,
            @Nullable String watermark,
            @Nullable Set<String> sections) {

        Optional<String> problem() {
            if (watermark == null && sections == null) {
                return Optional.of("A copy has a watermark or fewer sections: say one of them.");
            }
            return watermark == null ? Optional.empty() : Watermark.problem(watermark);
        }

        ShareRequest request() {
            return new ShareRequest(
                    document == null ? "" : document,
                    Optional.ofNullable(id),
                    Optional.ofNullable(watermark).map(Watermark::new),
                    Optional.ofNullable(sections));
        }
    }

    @PostMapping("/api/copies")
    ResponseEntity<byte[]> copy(Caller caller, @RequestBody Wanted wanted) {
        wanted.problem().or(() -> sharing.problem(wanted.request())).ifPresent(problem -> {
            throw Problems.of(HttpStatus.BAD_REQUEST, "bad-copy", problem);
        });
        return switch (sharing.take(caller, wanted.request()).orElseThrow(CopiesController::notFound)) {
            case Enforced.Done<SharedFile> done ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(done.value().type()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(done.value()))
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(done.value().bytes());
            case Enforced.Refused<SharedFile> refused -> throw Problems.of(refused);
            case Enforced.Failed<SharedFile> failed -> throw Problems.of(failed, HttpStatus.CONFLICT);
        };
    }

    private static String attachment(SharedFile file) {
        return ContentDisposition.attachment().filename(file.name()).build().toString();
    }

    private static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such document. Trust Reports are at /api/trust-reports.");
    }
}
