package io.switchboard.operations.retention;

import io.switchboard.kernel.Actor;
import java.time.Instant;

/** Nothing is purged while it stands, whatever is due. */
public record LegalHold(Instant since, String reason, Actor by) {}
