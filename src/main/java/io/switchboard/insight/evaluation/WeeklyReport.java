package io.switchboard.insight.evaluation;

import io.switchboard.kernel.ReceiptId;
import java.util.Optional;

/** A week of the evaluation and its Trust Report: made, and received by whoever took it along or by a destination that took it. */
public record WeeklyReport(String week, boolean over, boolean made, Optional<ReceiptId> received) {}
