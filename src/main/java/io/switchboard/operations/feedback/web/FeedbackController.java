package io.switchboard.operations.feedback.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.Attachment;
import io.switchboard.operations.feedback.FeedbackDesk;
import io.switchboard.operations.feedback.FeedbackId;
import io.switchboard.operations.feedback.Impact;
import io.switchboard.operations.feedback.NewFeedback;
import io.switchboard.operations.feedback.Submission;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Feedback of the caller's tenant: send, list, look. Another tenant's is 404 like one that never was. */
@RestController
@RequestMapping("/api/feedback")
class FeedbackController {

    private final FeedbackDesk desk;

    FeedbackController(FeedbackDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    FeedbackJson.Page list(
            Caller caller, @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") int limit) {
        var last = cursor.map(text -> id(text).orElseThrow(() -> Problems.of(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "The cursor is the value of next in the page before. Leave it out to begin.")));
        return FeedbackJson.Page.of(desk.list(caller, last, limit));
    }

    @GetMapping("/{id}")
    FeedbackJson.Detail find(Caller caller, @PathVariable String id) {
        return id(id).flatMap(known -> desk.find(caller, known))
                .map(found -> FeedbackJson.Detail.of(found, desk.history(found)))
                .orElseThrow(() -> missing("There is no such feedback. Check the id, or list it at /api/feedback."));
    }

    /** As a file to save; wherever it is opened it runs nothing and reaches nowhere. */
    @GetMapping("/{id}/picture")
    ResponseEntity<byte[]> picture(Caller caller, @PathVariable String id) {
        var picture = id(id).flatMap(known -> desk.picture(caller, known))
                .orElseThrow(() -> missing("There is no such feedback, or no picture went along with it."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.facts().format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=" + picture.facts().fileName())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(picture.content());
    }

    private static ErrorResponseException missing(String detail) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    @PostMapping
    ResponseEntity<FeedbackJson.Item> submit(
            Caller caller, @RequestBody(required = false) FeedbackJson.@Nullable Said said) {
        return switch (desk.submit(caller, checked(said))) {
            case Enforced.Done<Submission> done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(FeedbackJson.Item.of(done.value()));
            case Enforced.Refused<Submission> refused -> throw Problems.of(refused);
            case Enforced.Failed<Submission> failed -> throw Problems.of(failed, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static NewFeedback checked(FeedbackJson.@Nullable Said said) {
        var text = Optional.ofNullable(said).map(FeedbackJson.Said::text).orElse("");
        NewFeedback.fault(text).ifPresent(fault -> {
            throw wrong("bad-text", fault);
        });
        var impact = Optional.ofNullable(said)
                .map(FeedbackJson.Said::impact)
                .flatMap(Impact::parse)
                .orElseThrow(() -> wrong("bad-impact", "The impact is one of blocks, slows and idea."));
        return new NewFeedback(text, impact, attachments(said));
    }

    private static Map<Attachment, String> attachments(FeedbackJson.@Nullable Said said) {
        var found = new EnumMap<Attachment, String>(Attachment.class);
        Optional.ofNullable(said)
                .map(FeedbackJson.Said::attachments)
                .orElse(Map.of())
                .forEach((name, value) -> {
                    var attachment = Attachment.parse(name)
                            .filter(known -> value != null && known.takes(value))
                            .orElseThrow(() -> wrong(
                                    "bad-attachment",
                                    "Something under attachments is unknown, too long or not of its form. There are: "
                                            + names() + "."));
                    found.put(attachment, String.valueOf(value));
                });
        return found;
    }

    private static String names() {
        return Arrays.stream(Attachment.values()).map(Attachment::wire).collect(Collectors.joining(", "));
    }

    private static Optional<FeedbackId> id(String text) {
        return Optional.of(text).filter(FeedbackId::isValid).map(FeedbackId::new);
    }

    private static ErrorResponseException wrong(String code, String detail) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }
}
