package io.switchboard.insight.assurance;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.Shareable;
import io.switchboard.operations.delivery.SharedFile;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The posture pack for secure links, as it is when it is shared. */
@Component
class SharedPack implements Shareable {

    private final PosturePacks packs;

    SharedPack(PosturePacks packs) {
        this.packs = packs;
    }

    @Override
    public String document() {
        return PosturePack.NAME;
    }

    @Override
    public Set<Choice> choices() {
        return Set.of(Choice.WATERMARK);
    }

    private static String name(ShareRequest request) {
        return PosturePack.NAME + (request.watermark().isPresent() ? "-copy.pdf" : ".pdf");
    }

    @Override
    public Optional<Enforced<SharedFile>> take(Caller caller, ShareRequest request) {
        return Optional.of(packs.issue(caller, request.watermark())
                .map(pack -> new SharedFile(name(request), "application/pdf", pack.pdf())));
    }
}
