package io.switchboard.insight.evaluation;

import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/**
 * What has to be shown for the evaluation to be passed. {@code definition} says what ticks it; {@code says} how it stands; {@code proof} is the receipt that shows it, where one does; {@code path} is where it is
 * done, within the tenant.
 */
public record Criterion(
        String id, String title, String definition, boolean met, String says, Optional<ReceiptId> proof, String path) {}
