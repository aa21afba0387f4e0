package io.switchboard.control.receipts;

import java.util.List;

/**
 * A receipt in its thread. {@code depth} counts the receipts of the thread that it follows from; {@code matches} tells whether the filter asked for this one, or it is there
 * because of its thread; {@code why} has a sentence for each rule that determined its decision.
 */
public record TimelineEntry(ReceiptRow row, int depth, boolean matches, List<SubjectName> subjects, List<String> why) {

    public Receipt receipt() {
        return row.receipt();
    }
}
