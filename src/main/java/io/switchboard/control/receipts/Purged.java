package io.switchboard.control.receipts;

import io.switchboard.kernel.PurgeId;
import java.time.Instant;

/** That something was purged: when, and under which purge, whose signed manifest lists it. */
public record Purged(PurgeId purge, Instant at) {}
