package io.switchboard.insight.trustcentre;

import io.switchboard.control.receipts.Subject;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a request, with its receipt; {@code file} is what was handed out. */
public record AccessStep(ActionId action, ReceiptId receipt, Actor by, Instant at, Optional<Subject> file) {}
