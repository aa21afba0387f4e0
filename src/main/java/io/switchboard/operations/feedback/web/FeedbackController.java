package io.switchboard.operations.feedback.web;

import io.switchboard.control.enforcement.Enforced;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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
        var last = cursor.map(text -> id(text).orElseThrow(() -> problem(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "The cursor is the value of next in the page before. Leave it out to begin.",
                Map.of())));
        return FeedbackJson.Page.of(desk.list(caller, last, limit));
    }

    @GetMapping("/{id}")
    FeedbackJson.Detail find(Caller caller, @PathVariable String id) {
        return id(id).flatMap(known -> desk.find(caller, known))
                .map(found -> FeedbackJson.Detail.of(found, desk.history(found)))
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is no such feedback. Check the id, or list it at /api/feedback.",
                        Map.of()));
    }

    @PostMapping
    ResponseEntity<FeedbackJson.Item> submit(
            Caller caller, @RequestBody(required = false) FeedbackJson.@Nullable Said said) {
        return switch (desk.submit(caller, checked(said))) {
            case Enforced.Done<Submission> done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(FeedbackJson.Item.of(done.value()));
            case Enforced.Refused<Submission> refused -> {
                var reason = refused.decision().reasons().stream().findFirst();
                throw problem(
                        HttpStatus.FORBIDDEN,
                        reason.map(it -> it.code()).orElse("denied"),
                        reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."),
                        proof(refused, refused.decision().id().value()));
            }
            case Enforced.Failed<Submission> failed ->
                throw problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        failed.failure().code(),
                        failed.failure().explanation(),
                        proof(failed, failed.decision().id().value()));
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

    private static Map<String, String> proof(Enforced<?> ended, String decision) {
        return Map.of("decisionId", decision, "receiptId", ended.receipt().id().value());
    }

    private static ErrorResponseException wrong(String code, String detail) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, Map.of());
    }

    private static ErrorResponseException problem(
            HttpStatus status, String code, String detail, Map<String, String> proof) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        proof.forEach(problem::setProperty);
        return new ErrorResponseException(status, problem, null);
    }
}
