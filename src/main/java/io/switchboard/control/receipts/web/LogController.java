package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.log.Hash;
import io.switchboard.control.receipts.proofs.LogReader;
import io.switchboard.control.receipts.proofs.PublishedLog;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The caller's tenant's log: where it is, how it grew, and where a receipt is in it. */
@RestController
class LogController {

    private final LogReader logs;

    LogController(LogReader logs) {
        this.logs = logs;
    }

    /** {@code size} counts the entries under the published checkpoint, {@code pending} the receipts that have none yet. */
    record LogJson(
            String logId,
            String origin,
            String checkpoint,
            long size,
            long anchored,
            long pending,
            String visibility,
            Optional<String> halted) {

        static LogJson of(PublishedLog log) {
            var checkpoint = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/log/{log}/checkpoint")
                    .buildAndExpand(log.log().value());
            return new LogJson(
                    log.log().value(),
                    log.origin(),
                    checkpoint.toUriString(),
                    log.size(),
                    log.anchored(),
                    log.pending(),
                    log.isPublic() ? "public" : "private",
                    log.haltedBecause());
        }
    }

    /** RFC 9162 section 2.1.4: {@code hashes} in base64, lowest first. */
    record ConsistencyJson(long from, long to, List<String> hashes) {}

    @GetMapping("/api/log")
    LogJson log(Caller caller) {
        return logs.log(caller.tenant()).map(LogJson::of).orElseThrow(() -> LogProblems.empty());
    }

    /** {@code to} may be left out: the published size. */
    @GetMapping("/api/log/consistency")
    ConsistencyJson consistency(Caller caller, @RequestParam long from, @RequestParam Optional<Long> to) {
        var snapshot = logs.snapshot(caller.tenant()).orElseThrow(LogProblems::empty);
        long second = to.orElse(snapshot.size());
        if (from < 1 || from > second || second > snapshot.size()) {
            throw LogProblems.sizes(from, second, snapshot.size());
        }
        var hashes =
                snapshot.consistency(from, second).stream().map(Hash::base64).toList();
        return new ConsistencyJson(from, second, hashes);
    }

    @GetMapping("/api/receipts/{id}/proof")
    ResponseEntity<String> proof(Caller caller, @PathVariable String id) {
        var receipt =
                Optional.of(id).filter(ReceiptId::isValid).map(ReceiptId::new).orElseThrow(LogProblems::noReceipt);
        return logs.proof(caller.tenant(), receipt)
                .map(proof ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(proof))
                .orElseThrow(
                        () -> logs.knows(caller.tenant(), receipt) ? LogProblems.pending() : LogProblems.noReceipt());
    }
}
