package io.switchboard.operations.ledger.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.operations.ledger.Decided;
import io.switchboard.operations.ledger.DecisionLedger;
import io.switchboard.operations.ledger.EntryId;
import io.switchboard.operations.ledger.LedgerEntry;
import io.switchboard.operations.ledger.LinkedException;
import io.switchboard.operations.ledger.Signature;
import io.switchboard.operations.ledger.Standing;
import io.switchboard.operations.ledger.Withdrawal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        return Stream.concat(
                        ledger.entries(caller).stream().map(entry -> EntryJson.of(entry, now)),
                        ledger.elsewhere(caller).stream().map(EntryJson::of))
                .sorted(Comparator.comparing(EntryJson::recordedAt).reversed())
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

    /** {@code id}, {@code until} and {@code digest} are null for an exception that was made elsewhere, at {@code place}, and holds until it is taken back there. */
    record EntryJson(
            Optional<String> id,
            String decision,
            String standing,
            String title,
            String rationale,
            Optional<String> about,
            Optional<LocalDate> until,
            int signaturesNeeded,
            List<SignatureJson> signatures,
            Optional<String> digest,
            Instant recordedAt,
            Optional<String> receipt,
            Optional<String> withdrawnBecause,
            Optional<String> place) {

        static EntryJson of(LedgerEntry entry, Instant now) {
            var said = entry.said();
            return new EntryJson(
                    Optional.of(entry.id().value()),
                    said.decided().wire(),
                    entry.at(now).words(),
                    said.title(),
                    said.rationale(),
                    said.about(),
                    Optional.of(said.until()),
                    said.signatures(),
                    entry.signatures().stream().map(SignatureJson::of).toList(),
                    Optional.of(entry.digest().hex()),
                    entry.recordedAt(),
                    entry.receipt().map(ReceiptId::value),
                    entry.withdrawal().map(Withdrawal::reason),
                    Optional.empty());
        }

        static EntryJson of(LinkedException exception) {
            return new EntryJson(
                    Optional.empty(),
                    Decided.EXCEPTION.wire(),
                    Standing.IN_FORCE.words(),
                    exception.title(),
                    exception.reason(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    List.of(),
                    Optional.empty(),
                    exception.at(),
                    exception.receipt().map(ReceiptId::value),
                    Optional.empty(),
                    Optional.of(exception.place()));
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
