package io.switchboard.insight.trustreports;

import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.Instant;
import java.util.Optional;

/**
 * A report that was made; it never changes again. {@code revision} counts the reports of one week from 1, {@code interim} is one from before the week's end, {@code late} one that was made more than
 * a day after it was due. {@code fine}, {@code looks} and {@code unrecorded} count its sections; {@code received} is the receipt of the first time that it was taken along.
 */
public record TrustReport(
        Week week,
        int revision,
        boolean interim,
        boolean late,
        int fine,
        int looks,
        int unrecorded,
        Instant madeAt,
        Actor by,
        Optional<ReceiptId> receipt,
        Optional<ReceiptId> received) {

    public ReportId id() {
        return new ReportId(week.monday(), revision);
    }
}
