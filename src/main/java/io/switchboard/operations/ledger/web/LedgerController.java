package io.switchboard.operations.ledger.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.EntryId;
import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.Signature;
import io.switchboard.operations.ledger.Withdrawal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's decisions on record. {@code digest} is what each signature's receipt names. */
@RestController
class LedgerController {

    private final DecisionLedger ledger;
    private final Clock clock;

    LedgerController(DecisionLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/api/ledger")
    List<EntryJson> entries(Caller caller) {
        var now = clock.instant();
        return ledger.entries(caller).stream()
                .map(entry -> EntryJson.of(entry, now))
                .toList();
    }

    @GetMapping("/api/ledger/{id}")
    EntryJson entry(Caller caller, @PathVariable String id) {
        return Optional.of(id)
                .filter(EntryId::isValid)
                .flatMap(valid -> ledger.find(caller, new EntryId(valid)))
                .map(entry -> EntryJson.of(entry, clock.instant()))
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND, "not-found", "There is no entry of this id in the tenant's ledger."));
    }

    record EntryJson(
            String id,
            String decision,
            String standing,
            String title,
            String rationale,
            Optional<String> about,
            LocalDate until,
            int signaturesNeeded,
            List<SignatureJson> signatures,
            String digest,
            Instant recordedAt,
            Optional<String> receipt,
            Optional<String> withdrawnBecause) {

        static EntryJson of(LedgerEntry entry, Instant now) {
            var said = entry.said();
            return new EntryJson(
                    entry.id().value(),
                    said.decided().wire(),
                    entry.at(now).words(),
                    said.title(),
                    said.rationale(),
                    said.about(),
                    said.until(),
                    said.signatures(),
                    entry.signatures().stream().map(SignatureJson::of).toList(),
                    entry.digest().hex(),
                    entry.recordedAt(),
                    entry.receipt().map(ReceiptId::value),
                    entry.withdrawal().map(Withdrawal::reason));
        }
    }

    record SignatureJson(String by, String roles, Instant at, Optional<String> receipt) {

        static SignatureJson of(Signature signature) {
            return new SignatureJson(
                    signature.by().id(),
                    signature.roles(),
                    signature.at(),
                    signature.receipt().map(ReceiptId::value));
        }
    }
}
