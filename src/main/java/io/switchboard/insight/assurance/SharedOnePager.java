package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Shareable;
import io.switchboard.operations.delivery.SharedFile;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The posture one-pager for secure links, as it is when it is shared. */
@Component
class SharedOnePager implements Shareable {

    private final PostureOnePager onePager;

    SharedOnePager(PostureOnePager onePager) {
        this.onePager = onePager;
    }

    @Override
    public String document() {
        return OnePager.NAME;
    }

    @Override
    public Set<Choice> choices() {
        return Set.of(Choice.WATERMARK);
    }

    private static String name(ShareRequest request) {
        return OnePager.NAME + (request.watermark().isPresent() ? "-copy.pdf" : ".pdf");
    }

    @Override
    public Optional<Enforced<SharedFile>> take(Caller caller, ShareRequest request) {
        return Optional.of(onePager.issue(caller, request.watermark())
                .map(page -> new SharedFile(name(request), "application/pdf", page.pdf())));
    }
}
