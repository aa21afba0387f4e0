package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.format.CsvDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import is and would do. {@code mapping} is field to header, {@code ignored} the headers no field takes, {@code notes} what a person should
 * know (encoding guessed, above the limit); {@code baseRevision} names the target's state that the plan was made from.
 */
public record ImportPlan(
        ImportId id,
        String kind,
        ImportStatus status,
        Caller owner,
        Source source,
        Map<String, String> mapping,
        List<String> ignored,
        List<String> notes,
        ImportCounts counts,
        Optional<String> baseRevision,
        Optional<ReceiptId> receipt,
        Optional<DecisionId> decision,
        Optional<String> failure,
        Instant createdAt,
        Instant expiresAt) {

    /** How long a plan can be committed. */
    static final Duration VALID = Duration.ofMinutes(30);

    /** The uploaded file, by name, digest of its bytes, size in bytes and how it is written. */
    public record Source(String name, Sha256 digest, long bytes, CsvDialect dialect) {}

    public TenantId tenant() {
        return owner.tenant();
    }
}
