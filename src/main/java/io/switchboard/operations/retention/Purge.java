package io.switchboard.operations.retention;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.PurgeId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A purge as it stands: what it took is counted from the records that its manifest lists. {@code receipt} is that of its beginning, {@code endReceipt} names the manifest's digest. */
public record Purge(
        PurgeId id,
        PurgeState state,
        Instant asOf,
        int policyVersion,
        Instant startedAt,
        Optional<Instant> endedAt,
        Actor by,
        List<Kind> kinds,
        Optional<Sha256> manifest,
        Optional<ReceiptId> receipt,
        Optional<ReceiptId> endReceipt) {

    public Purge {
        kinds = List.copyOf(kinds);
    }

    /** What a purge did to one kind: {@code keys} of the {@code purged} records were sealed and their keys destroyed. {@code left} is known once the purge has ended. */
    public record Kind(
            String kind,
            int days,
            Instant before,
            long due,
            long purged,
            long keys,
            Optional<Instant> oldest,
            Optional<Instant> newest,
            Optional<Long> left,
            Optional<String> problem) {}

    public long purged() {
        return kinds.stream().mapToLong(Kind::purged).sum();
    }

    public long keys() {
        return kinds.stream().mapToLong(Kind::keys).sum();
    }

    public long left() {
        return kinds.stream().mapToLong(kind -> kind.left().orElse(0L)).sum();
    }

    public String fileName() {
        return "purge-" + id + ".dsse.json";
    }
}
