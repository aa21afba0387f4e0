package io.switchboard.control.approvals.web;

import io.switchboard.control.approvals.ApprovalDesk;
import io.switchboard.control.approvals.Ticket;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.control.approvals.Verdict;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
        var wanted = state.map(
                word -> TicketState.parse(word)
                        .orElseThrow(
                                () -> Problems.of(
                                        HttpStatus.BAD_REQUEST,
                                        "bad-state",
                                        "The state is one of open, approved, denied, expired and used. Leave it out to list everything.")));
        var last = cursor.map(text -> id(text).orElseThrow(() -> Problems.of(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "The cursor is the value of next in the page before. Leave it out to begin.")));
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
                .orElseThrow(
                        () -> Problems.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "bad-verdict",
                                "The verdict is approve or deny. Send it with a reason: {\"verdict\": \"approve\", \"reason\": \"…\"}."));
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
            case Enforced.Refused<Ticket> refused -> throw Problems.of(refused);
            case Enforced.Failed<Ticket> failed ->
                throw Problems.of(
                        failed,
                        failed.failure().code().equals("no-reason")
                                ? HttpStatus.UNPROCESSABLE_CONTENT
                                : HttpStatus.CONFLICT);
        };
    }

    private static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such ticket. Check the id, or list tickets at /api/approvals.");
    }
}
