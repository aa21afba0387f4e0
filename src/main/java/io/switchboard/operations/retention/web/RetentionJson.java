package io.switchboard.operations.retention.web;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.operations.retention.LegalHold;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.RetentionStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bodies of {@link RetentionController}'s answers. */
final class RetentionJson {

    private RetentionJson() {}

    /** {@code asOf} and {@code version} name the dry run that {@code due} of each kind is. */
    record Standing(int version, Instant asOf, Optional<Hold> hold, long due, List<KindJson> kinds) {

        static Standing of(RetentionStanding standing) {
            return new Standing(
                    standing.version(),
                    standing.asOf(),
                    standing.policy().hold().map(Hold::of),
                    standing.due(),
                    standing.kinds().stream().map(KindJson::of).toList());
        }
    }

    record Hold(Instant since, String reason, String by) {

        static Hold of(LegalHold hold) {
            return new Hold(hold.since(), hold.reason(), hold.by().id());
        }
    }

    record KindJson(
            String kind,
            String title,
            String keep,
            boolean isDefault,
            Optional<Instant> before,
            long due,
            Optional<Instant> oldest,
            Optional<Instant> newest) {

        static KindJson of(RetentionStanding.Kind kind) {
            return new KindJson(
                    kind.kind(),
                    kind.title(),
                    kind.keep().wire(),
                    !kind.isSet(),
                    kind.before(),
                    kind.due().number(),
                    kind.due().oldest(),
                    kind.due().newest());
        }
    }

    /** The latest first, at most 100 of {@code total}. */
    record Listed(List<Out> items, long total) {}

    record Out(
            String id,
            String state,
            Instant asOf,
            Instant startedAt,
            Optional<Instant> endedAt,
            String by,
            long purged,
            long keysDestroyed,
            long left,
            List<OutKind> kinds,
            Optional<String> manifestSha256,
            Optional<String> receipt,
            Optional<String> endReceipt) {

        static Out of(Purge purge) {
            return new Out(
                    purge.id().value(),
                    purge.state().wire(),
                    purge.asOf(),
                    purge.startedAt(),
                    purge.endedAt(),
                    purge.by().id(),
                    purge.purged(),
                    purge.keys(),
                    purge.left(),
                    purge.kinds().stream().map(OutKind::of).toList(),
                    purge.manifest().map(Sha256::hex),
                    purge.receipt().map(ReceiptId::value),
                    purge.endReceipt().map(ReceiptId::value));
        }
    }

    record OutKind(
            String kind,
            int days,
            Instant before,
            long due,
            long purged,
            long keysDestroyed,
            Optional<Long> left,
            Optional<String> problem) {

        static OutKind of(Purge.Kind kind) {
            return new OutKind(
                    kind.kind(),
                    kind.days(),
                    kind.before(),
                    kind.due(),
                    kind.purged(),
                    kind.keys(),
                    kind.left(),
                    kind.problem());
        }
    }
}
