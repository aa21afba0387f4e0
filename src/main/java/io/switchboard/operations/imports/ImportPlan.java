package io.switchboard.operations.imports;

import io.switchboard.kernel.Caller;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import io.switchboard.operations.imports.format.CsvDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an import is and would do. {@code mapping} is field to header, {@code ignored} the headers no field takes, {@code notes} what a person should
 * know (encoding guessed, above the limit); {@code reverts} names the import that this one undoes; {@code baseRevision} names the target's state that the plan was made from. {@code failure} is why
 * the last attempt did not succeed, {@code clearedAt} when file and rows were deleted, {@code purge} under which purge.
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
        ConflictMode conflictMode,
        Optional<ImportId> reverts,
        ImportCounts counts,
        Optional<String> baseRevision,
        Optional<ReceiptId> receipt,
        Optional<DecisionId> decision,
        Optional<String> failure,
        Optional<Instant> clearedAt,
        Optional<PurgeId> purge,
        Instant createdAt,
        Instant expiresAt) {

    /** How long a plan can be committed. */
    static final Duration VALID = Duration.ofMinutes(30);

    /** The uploaded file, by name, digest of its bytes, size in bytes and format: {@link #CSV} with its dialect, or the id of a format of documents, which need none. */
    public record Source(String name, Sha256 digest, long bytes, String format, CsvDialect dialect) {

        public static final String CSV = "csv";
        public static final String REVERT = "revert";

        static Source table(String name, Sha256 digest, long bytes, CsvDialect dialect) {
            return new Source(name, digest, bytes, CSV, dialect);
        }

        /** What an import did, in place of a file. */
        static Source revert(ImportPlan committed) {
            var what = "revert " + committed.id() + " "
                    + committed.source().digest().hex();
            return new Source(committed.source().name(), Sha256.of(what), 0, REVERT, CsvDialect.PLAIN);
        }

        static Source document(String name, Sha256 digest, long bytes, String format) {
            return new Source(name, digest, bytes, format, CsvDialect.PLAIN);
        }

        public boolean isDocument() {
            return !format.equals(CSV);
        }

        Source written(CsvDialect other) {
            return new Source(name, digest, bytes, format, other);
        }

        List<String> notes() {
            return dialect.encoding().name().equals("windows-1252")
                    ? List.of("The file was read as windows-1252. Check names with accents.")
                    : List.of();
        }
    }

    /** A file as it arrived: nothing is counted yet. */
    static ImportPlan uploaded(
            ImportId id,
            String kind,
            Caller owner,
            Source source,
            Map<String, String> mapping,
            List<String> ignored,
            Instant now) {
        return new ImportPlan(
                id,
                kind,
                ImportStatus.UPLOADED,
                owner,
                source,
                mapping,
                ignored,
                source.notes(),
                ConflictMode.UPDATE,
                Optional.empty(),
                ImportCounts.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plus(VALID));
    }

    /** The undoing of what a committed import did, as a plan of its own. */
    static ImportPlan reverting(ImportId id, Caller owner, ImportPlan committed, Instant now) {
        return new ImportPlan(
                id,
                committed.kind(),
                ImportStatus.UPLOADED,
                owner,
                Source.revert(committed),
                Map.of(),
                List.of(),
                List.of(),
                ConflictMode.UPDATE,
                Optional.of(committed.id()),
                ImportCounts.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plus(VALID));
    }

    /** With these notes besides its own. */
    ImportPlan noted(List<String> more) {
        return new ImportPlan(
                id,
                kind,
                status,
                owner,
                source,
                mapping,
                ignored,
                Stream.concat(notes.stream(), more.stream()).toList(),
                conflictMode,
                reverts,
                counts,
                baseRevision,
                receipt,
                decision,
                failure,
                clearedAt,
                purge,
                createdAt,
                expiresAt);
    }

    ImportPlan as(ImportStatus other) {
        return new ImportPlan(
                id,
                kind,
                other,
                owner,
                source,
                mapping,
                ignored,
                notes,
                conflictMode,
                reverts,
                counts,
                baseRevision,
                receipt,
                decision,
                failure,
                clearedAt,
                purge,
                createdAt,
                expiresAt);
    }

    /** As it is at that time: a plan that can no longer be committed has expired, also before anybody noticed. */
    ImportPlan asOf(Instant now) {
        return status == ImportStatus.PLANNED && now.isAfter(expiresAt) ? as(ImportStatus.EXPIRED) : this;
    }

    /** How it will be in a moment, for whoever asked for a dry run or a commit and looks at once. */
    public ImportPlan underWay() {
        return switch (status) {
            case UPLOADED -> as(ImportStatus.PLANNING);
            case PLANNED -> as(ImportStatus.COMMITTING);
            case PLANNING, COMMITTING, COMMITTED, STALE, EXPIRED, FAILED, DISCARDED -> this;
        };
    }

    public TenantId tenant() {
        return owner.tenant();
    }
}
