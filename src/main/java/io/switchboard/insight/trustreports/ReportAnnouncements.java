package io.switchboard.insight.trustreports;

import io.switchboard.control.enforcement.ActionReceipted;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Subject;
import io.switchboard.operations.delivery.Announcement;
import io.switchboard.operations.delivery.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the tenant's destinations of each report that is made, in the transaction that makes it: its files by name, digest and address of the API, since a message is small. */
@Component
class ReportAnnouncements {

    static final String ISSUED = "trust-report.issued";

    private final Outbox outbox;

    ReportAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void announce(ActionReceipted done) {
        if (done.outcome() == Outcome.ALLOWED && done.action().equals(TrustReports.ISSUE)) {
            report(done.subjects())
                    .ifPresent(report -> outbox.put(
                            done.tenant(),
                            new Announcement(
                                    ISSUED,
                                    report.toString(),
                                    data(report, done.subjects()),
                                    done.occurredAt(),
                                    Optional.of(done.receipt()))));
        }
    }

    private static Optional<ReportId> report(List<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.type().equals(TrustReportDesk.REPORT))
                .flatMap(subject -> ReportId.parse(subject.id()).stream())
                .findFirst();
    }

    private static Map<String, @Nullable Object> data(ReportId report, List<Subject> subjects) {
        return Map.of(
                "report",
                report.toString(),
                "documents",
                subjects.stream()
                        .filter(subject -> subject.type().equals("Document"))
                        .map(document -> Map.of(
                                "name", document.id(),
                                "sha256", document.digest().hex(),
                                "path", path(report, document.id())))
                        .toList());
    }

    private static String path(ReportId report, String name) {
        return "/api/trust-reports/" + report + "/" + name.substring(name.lastIndexOf('.') + 1);
    }
}
