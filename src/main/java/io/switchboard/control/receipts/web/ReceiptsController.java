package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tenant's receipts: list, one decoded, one exactly as it was issued. Another tenant's are 404 like those that never were. */
@RestController
@RequestMapping("/api/receipts")
class ReceiptsController {

    private static final MediaType DSSE = MediaType.parseMediaType("application/vnd.dsse+json");

    private final ReceiptQuery receipts;

    ReceiptsController(ReceiptQuery receipts) {
        this.receipts = receipts;
    }

    @GetMapping
    ReceiptJson.Page list(Caller caller, ReceiptParameters parameters) {
        return ReceiptJson.Page.of(
                receipts.list(caller.tenant(), parameters.filter(), parameters.after(), parameters.size()));
    }

    @GetMapping("/{id}")
    ReceiptJson.Detail detail(Caller caller, @PathVariable String id) {
        return ReceiptJson.Detail.of(found(caller, id, receipts::detail));
    }

    @GetMapping("/{id}/envelope")
    ResponseEntity<byte[]> envelope(Caller caller, @PathVariable String id) {
        return ResponseEntity.ok().contentType(DSSE).body(found(caller, id, receipts::envelope));
    }

    private static <T> T found(Caller caller, String id, BiFunction<TenantId, ReceiptId, Optional<T>> finder) {
        return Optional.of(id)
                .filter(ReceiptId::isValid)
                .flatMap(valid -> finder.apply(caller.tenant(), new ReceiptId(valid)))
                .orElseThrow(ReceiptsController::notFound);
    }

    private static ErrorResponseException notFound() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is no such receipt. Check the id, or list receipts at /api/receipts.");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
}
