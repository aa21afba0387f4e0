package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Optional;

/** Part of a timeline, newest thread first. {@code next} asks for the part after it. */
public record TimelinePage(List<TimelineThread> items, Optional<ReceiptId> next) {}
