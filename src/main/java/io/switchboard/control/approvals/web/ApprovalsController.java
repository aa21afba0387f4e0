package io.switchboard.control.approvals.web;

import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import java.util.Map;
import java.util.Optional;
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

/** The caller's tenant's tickets: list, look, decide. Another tenant's ticket is 404 like one that never was. */
@RestController
@RequestMapping("/api/approvals")
class ApprovalsController {

    private final ApprovalDesk desk;

    ApprovalsController(ApprovalDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ApprovalJson.Page list(
            Caller caller,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var wanted = state.map(word -> TicketState.parse(word)
                .orElseThrow(() -> problem(
                        HttpStatus.BAD_REQUEST,
                        "bad-state",
                        "The state is one of open, approved, denied, expired and used. Leave it out to list everything.",
                        Map.of())));
        var last = cursor.map(text -> id(text).orElseThrow(() -> problem(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "The cursor is the value of next in the page before. Leave it out to begin.",
                Map.of())));
        return ApprovalJson.Page.of(desk.list(caller, wanted, last, limit));
    }

    @GetMapping("/{id}")
    ApprovalJson.Item find(Caller caller, @PathVariable String id) {
        return ApprovalJson.Item.of(ticket(caller, id));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<ApprovalJson.Item> decide(
            Caller caller, @PathVariable String id, @RequestBody(required = false) ApprovalJson.@Nullable Asked asked) {
        var ticket = ticket(caller, id);
        var verdict = Optional.ofNullable(asked)
                .flatMap(body -> Optional.ofNullable(body.verdict()))
                .flatMap(Verdict::parse)
                .orElseThrow(() -> problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "bad-verdict",
                        "The verdict is approve or deny. Send it with a reason: {\"verdict\": \"approve\", \"reason\": \"…\"}.",
                        Map.of()));
        var reason = Optional.ofNullable(asked)
                .flatMap(body -> Optional.ofNullable(body.reason()))
                .orElse("");
        return answer(desk.decide(caller, ticket.id(), verdict, reason).orElseThrow(ApprovalsController::notFound));
    }

    private Ticket ticket(Caller caller, String id) {
        return id(id).flatMap(known -> desk.find(caller, known)).orElseThrow(ApprovalsController::notFound);
    }

    private static Optional<TicketId> id(String text) {
        return Optional.of(text).filter(TicketId::isValid).map(TicketId::new);
    }

    private static ResponseEntity<ApprovalJson.Item> answer(Enforced<Ticket> ended) {
        return switch (ended) {
            case Enforced.Done<Ticket> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(ApprovalJson.Item.of(done.value()));
            case Enforced.Refused<Ticket> refused -> {
                var reason = refused.decision().reasons().stream().findFirst();
                throw problem(
                        HttpStatus.FORBIDDEN,
                        reason.map(it -> it.code()).orElse("denied"),
                        reason.map(it -> it.why() + " " + it.help()).orElse("Policy does not allow it."),
                        proof(refused, refused.decision().id().value()));
            }
            case Enforced.Failed<Ticket> failed ->
                throw problem(
                        failed.failure().code().equals("no-reason")
                                ? HttpStatus.UNPROCESSABLE_CONTENT
                                : HttpStatus.CONFLICT,
                        failed.failure().code(),
                        failed.failure().explanation(),
                        proof(failed, failed.decision().id().value()));
        };
    }

    private static Map<String, String> proof(Enforced<?> ended, String decision) {
        return Map.of("decisionId", decision, "receiptId", ended.receipt().id().value());
    }

    private static ErrorResponseException notFound() {
        return problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such ticket. Check the id, or list tickets at /api/approvals.",
                Map.of());
    }

    private static ErrorResponseException problem(
            HttpStatus status, String code, String detail, Map<String, String> proof) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        proof.forEach(problem::setProperty);
        return new ErrorResponseException(status, problem, null);
    }
}
