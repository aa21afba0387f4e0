package io.switchboard.operations.onboarding;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** A step that does not apply to a tenant (N/A): why, since when, who said so, and the receipt. */
public record SetupException(SetupStep step, String reason, Actor by, Instant at, Optional<ReceiptId> receipt) {}
