package io.switchboard.control.approvals;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** One approver's decision on a ticket. {@code receipt} is empty only inside the transaction that leaves it. */
public record Vote(Actor approver, Verdict verdict, String reason, Instant at, Optional<ReceiptId> receipt) {}
