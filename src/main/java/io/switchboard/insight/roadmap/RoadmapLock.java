package io.switchboard.insight.roadmap;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import java.time.Instant;
import java.util.Optional;

/** A release that was locked; its documents never change again. */
public record RoadmapLock(
        Release release,
        Instant lockedAt,
        Actor by,
        int in,
        int deferred,
        Sha256 pdf,
        Sha256 json,
        Optional<ReceiptId> receipt) {}
