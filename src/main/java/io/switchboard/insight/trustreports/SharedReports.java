package io.switchboard.insight.trustreports;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Shareable;
import io.switchboard.operations.delivery.SharedFile;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reports for secure links: the PDF as it was made, or a copy of it where something about it is to differ. */
@Component
public class SharedReports implements Shareable {

    public static final String DOCUMENT = "trust-report";

    private final TrustReports reports;
    private final ReportCopies copies;

    SharedReports(TrustReports reports, ReportCopies copies) {
        this.reports = reports;
        this.copies = copies;
    }

    @Override
    public String document() {
        return DOCUMENT;
    }

    @Override
    public Set<Choice> choices() {
        return Set.of(Choice.ID, Choice.WATERMARK, Choice.SECTIONS);
    }

    @Override
    public Optional<Enforced<SharedFile>> take(Caller caller, ShareRequest request) {
        return request.id()
                .flatMap(ReportId::parse)
                .flatMap(id -> taken(caller, id, request))
                .map(SharedReports::file);
    }

    private Optional<Enforced<ReportFile>> taken(Caller caller, ReportId id, ShareRequest request) {
        return request.watermark().isEmpty() && request.sections().isEmpty()
                ? reports.download(caller, id, Form.PDF)
                : copies.copy(caller, id, Form.PDF, new CopyTerms(request.watermark(), request.sections()));
    }

    private static Enforced<SharedFile> file(Enforced<ReportFile> ended) {
        return ended.map(file -> new SharedFile(file.name(), file.form().type(), file.bytes()));
    }
}
