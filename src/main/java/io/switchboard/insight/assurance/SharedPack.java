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

    @Override
    public Optional<Enforced<SharedFile>> take(Caller caller, ShareRequest request) {
        return Optional.of(packs.issue(caller, request.watermark())
                .map(pack -> new SharedFile(PosturePack.NAME + ".pdf", "application/pdf", pack.pdf())));
    }
}
