package io.switchboard.control.receipts;

import io.switchboard.kernel.ReceiptId;
import java.util.List;
import java.util.Optional;

/** Part of a list, newest first. {@code next} asks for the part after it; {@code total} counts what matches, not what is on the page. */
public record ReceiptPage(List<ReceiptRow> items, Optional<ReceiptId> next, long total) {}
