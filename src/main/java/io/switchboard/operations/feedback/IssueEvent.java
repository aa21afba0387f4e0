package io.switchboard.operations.feedback;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to an issue. {@code sequence} numbers an issue's events in the order in which they were written, from 1. */
public record IssueEvent(
        int sequence, EventKind kind, Instant at, Actor by, Optional<String> detail, Optional<ReceiptId> receipt) {}
