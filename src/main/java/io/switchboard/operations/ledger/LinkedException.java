package io.switchboard.operations.ledger;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/**
 * An exception that somebody made elsewhere in the portal, under the rules of that place, and that holds until it is taken back there. The ledger lists it beside its own entries, so that all exceptions stand in one list.
 *
 * @param place where it is taken back: an address inside the tenant such as {@code setup}
 */
public record LinkedException(
        String title, String reason, Actor by, Instant at, Optional<ReceiptId> receipt, String place) {}
