package io.switchboard.insight.trustreports;

import io.switchboard.operations.delivery.AnnouncedFilesStored;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A report whose files a bucket of the tenant's has taken was received, by that receipt. */
@Component
class StoredReports {

    private final ReportRows rows;

    StoredReports(ReportRows rows) {
        this.rows = rows;
    }

    @EventListener
    void note(AnnouncedFilesStored stored) {
        if (stored.type().equals(ReportAnnouncements.ISSUED)) {
            ReportId.parse(stored.about()).ifPresent(id -> rows.received(stored.tenant(), id, stored.receipt()));
        }
    }
}
