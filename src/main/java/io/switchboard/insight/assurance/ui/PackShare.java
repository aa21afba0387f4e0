package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.insight.assurance.PosturePacks;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.SharedFile;
import io.switchboard.operations.delivery.ui.ShareDialog;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Takes the posture pack along, or hands it to a stranger by a secure link: to share is to issue first, and both leave their receipt. */
@Component
class PackShare {

    private final PosturePacks packs;
    private final SecureLinks links;

    PackShare(PosturePacks packs, SecureLinks links) {
        this.packs = packs;
        this.links = links;
    }

    Enforced<PosturePack> issue(Caller caller) {
        return packs.issue(caller);
    }

    /** The caller is asked for when the link is made. */
    Button share(Slug tenant, Supplier<Caller> caller, Runnable shared) {
        return new Button(
                "Share the pack",
                VaadinIcon.SHARE.create(),
                _ -> new ShareDialog(
                                tenant,
                                "the posture pack, as it is when you share it",
                                (validFor, uses) -> shared(caller.get(), validFor, uses),
                                shared)
                        .open());
    }

    private Enforced<?> shared(Caller caller, Duration validFor, int uses) {
        var ended = packs.issue(caller);
        return ended instanceof Enforced.Done<PosturePack> done
                ? links.share(
                        caller,
                        new SharedFile(
                                PosturePack.NAME + ".pdf",
                                "application/pdf",
                                done.value().pdf()),
                        validFor,
                        uses)
                : ended;
    }
}
