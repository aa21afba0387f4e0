package io.switchboard.insight.trustcentre.web;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.insight.trustcentre.AccessId;
import io.switchboard.insight.trustcentre.AccessRequest;
import io.switchboard.insight.trustcentre.AccessRequests;
import io.switchboard.insight.trustcentre.AccessRequests.Answer;
import io.switchboard.insight.trustcentre.AccessRequests.Ruling;
import io.switchboard.insight.trustcentre.AccessStep;
import io.switchboard.insight.trustcentre.Requester;
import io.switchboard.insight.trustcentre.TrustDocument;
import io.switchboard.insight.trustcentre.Verdict;
import io.switchboard.kernel.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for access to the caller's tenant, and what is decided about them. Who asks is there for those who may decide. */
@RestController
@RequestMapping("/api/trust-centre/requests")
class AccessRequestsController {

    private final AccessRequests requests;

    AccessRequestsController(AccessRequests requests) {
        this.requests = requests;
    }

    /** The latest 100 of {@code total}. */
    record All(long total, List<Item> items) {}

    /** {@code verdict}: waiting, approved or refused; {@code withheld}: ids of sections. */
    record Document(String document, String verdict, String reason, List<String> withheld, int downloads) {}

    /** {@code standing}: waiting, lapsed, refused, terms not accepted, open, ended or revoked. {@code version} goes back with a decision. */
    record Item(
            String id,
            String standing,
            Optional<Requester> requester,
            List<Document> documents,
            boolean watermarkWanted,
            boolean watermarked,
            Instant requestedAt,
            Optional<Instant> decidedAt,
            Optional<Instant> endsAt,
            Optional<Integer> termsAccepted,
            Optional<Instant> acceptedAt,
            Optional<Instant> revokedAt,
            int version) {}

    /** {@code file} and {@code sha256}: what was handed out. */
    record Step(String action, Instant at, String receipt, Optional<String> file, Optional<String> sha256) {

        static Step of(AccessStep step) {
            return new Step(
                    step.action().value(),
                    step.at(),
                    step.receipt().value(),
                    step.file().map(it -> it.id()),
                    step.file().map(it -> it.digest().hex()));
        }
    }

    record One(Item request, List<Step> steps) {}

    /** {@code verdict}: approved, or refused with a reason; {@code withhold}: ids of the sections of a Trust Report. */
    record Said(
            @Nullable String document,
            @Nullable String verdict,
            @Nullable String reason,
            @Nullable List<String> withhold) {}

    /** {@code version} is that of the request that was seen; {@code days}: 1 to 30. */
    record Decision(
            @Nullable Integer version,
            @Nullable List<Said> documents,
            @Nullable Integer days,
            @Nullable Boolean watermark) {

        /** Of whoever sends nothing: refused, once the request is known to be theirs. */
        static final Decision NONE = new Decision(null, null, null, null);
    }

    @GetMapping
    All list(Caller caller) {
        return new All(
                requests.count(caller),
                requests.list(caller).stream().map(it -> item(caller, it)).toList());
    }

    @GetMapping("/{id}")
    One one(Caller caller, @PathVariable String id) {
        return AccessId.parse(id)
                .flatMap(known -> requests.find(caller, known))
                .map(request -> one(caller, request))
                .orElseThrow(AccessRequestsController::notFound);
    }

    @PostMapping("/{id}/decide")
    ResponseEntity<One> decide(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable Decision decision) {
        var ended = AccessId.parse(id)
                .flatMap(known -> requests.find(caller, known))
                .flatMap(request -> requests.decide(
                        caller,
                        request.id(),
                        ruling(Optional.ofNullable(decision).orElse(Decision.NONE))))
                .orElseThrow(AccessRequestsController::notFound);
        return answer(caller, ended);
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<One> revoke(Caller caller, @PathVariable String id) {
        var ended = AccessId.parse(id)
                .flatMap(known -> requests.revoke(caller, known))
                .orElseThrow(AccessRequestsController::notFound);
        return answer(caller, ended);
    }

    private ResponseEntity<One> answer(Caller caller, Enforced<AccessRequest> ended) {
        return switch (ended) {
            case Enforced.Done<AccessRequest> done ->
                ResponseEntity.ok()
                        .header("Switchboard-Receipt", done.receipt().id().value())
                        .body(one(
                                caller, requests.find(caller, done.value().id()).orElseThrow()));
            case Enforced.Refused<AccessRequest> refused -> throw Problems.of(refused);
            case Enforced.Failed<AccessRequest> failed ->
                throw Problems.of(failed, status(failed.failure().code()));
        };
    }

    private static HttpStatus status(String code) {
        return switch (code) {
            case "changed-meanwhile", "not-waiting", "over-already" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static Ruling ruling(Decision decision) {
        Map<TrustDocument, Answer> answers = new HashMap<>();
        Optional.ofNullable(decision.documents())
                .orElseGet(List::of)
                .forEach(said -> answers.put(
                        TrustCentreController.document(text(said.document())),
                        new Answer(
                                approved(text(said.verdict())),
                                text(said.reason()),
                                Set.copyOf(Optional.ofNullable(said.withhold()).orElseGet(List::of)))));
        return new Ruling(
                Optional.ofNullable(decision.version()).orElse(0),
                answers,
                Optional.ofNullable(decision.days()).orElse(0),
                Boolean.TRUE.equals(decision.watermark()));
    }

    private static boolean approved(String verdict) {
        return Verdict.parse(verdict)
                        .filter(it -> it != Verdict.WAITING)
                        .orElseThrow(() -> Problems.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "bad-verdict",
                                "A verdict is approved, or refused with a reason."))
                == Verdict.APPROVED;
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }

    private One one(Caller caller, AccessRequest request) {
        return new One(
                item(caller, request),
                requests.steps(caller, request.id()).stream().map(Step::of).toList());
    }

    private Item item(Caller caller, AccessRequest request) {
        return new Item(
                request.id().value(),
                requests.standing(caller, request).words(),
                request.requester(),
                request.documents().stream()
                        .map(it -> new Document(
                                it.document().wire(),
                                it.verdict().wire(),
                                it.reason(),
                                it.withheld().stream().sorted().toList(),
                                it.downloads()))
                        .toList(),
                request.wantsWatermark(),
                request.watermarked(),
                request.requestedAt(),
                request.decidedAt(),
                request.endsAt(),
                request.accepted().map(AccessRequest.Acceptance::terms),
                request.accepted().map(AccessRequest.Acceptance::at),
                request.revokedAt(),
                request.version());
    }

    private static ErrorResponseException notFound() {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such request. List them at /api/trust-centre/requests.");
    }
}
