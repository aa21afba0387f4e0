package io.switchboard.operations.ledger;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.platform.signing.CanonicalJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision on record with everything that happened to it. */
public record LedgerEntry(
        EntryId id,
        NewEntry said,
        Actor recordedBy,
        Instant recordedAt,
        Optional<ReceiptId> receipt,
        List<Signature> signatures,
        Optional<Withdrawal> withdrawal) {

    public LedgerEntry {
        signatures = List.copyOf(signatures);
    }

    /** A pure function of what happened and the time: it counts to the end of its last day (UTC), whoever looks when. */
    public Standing at(Instant now) {
        if (withdrawal.isPresent()) {
            return Standing.WITHDRAWN;
        }
        boolean over = LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(said.until());
        if (missing() > 0) {
            return over ? Standing.LAPSED : Standing.WAITING;
        }
        return over ? Standing.EXPIRED : Standing.IN_FORCE;
    }

    /** How many signatures are still missing. */
    public int missing() {
        return Math.max(0, said.signatures() - signatures.size());
    }

    /** What is signed: SHA-256 of the canonical JSON (RFC 8785) of what was recorded, by whom and when. */
    public Sha256 digest() {
        return Sha256.of(CanonicalJson.of(Map.of(
                "id", id.value(),
                "decision", said.decided().wire(),
                "title", said.title(),
                "rationale", said.rationale(),
                "about", said.about().orElse(""),
                "signatures", (long) said.signatures(),
                "until", said.until().toString(),
                "recordedBy", recordedBy.id(),
                "recordedAt", recordedAt.toString())));
    }
}
