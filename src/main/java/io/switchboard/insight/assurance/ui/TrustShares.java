package io.switchboard.insight.assurance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.receipts.BundleScope;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.PosturePack;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.operations.delivery.SecureLinks;
import io.switchboard.operations.delivery.ShareRequest;
import io.switchboard.operations.delivery.SharedFile;
import io.switchboard.operations.delivery.Sharing;
import io.switchboard.operations.delivery.ui.LinkTable;
import io.switchboard.operations.delivery.ui.ShareDialog;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Hands the documents of the page Trust to a stranger by a secure link, and shows the links that there are. */
@Component
class TrustShares {

    private final Sharing sharing;
    private final SecureLinks links;
    private final LinkTable table;
    private final EvidenceExports exports;

    TrustShares(Sharing sharing, SecureLinks links, LinkTable table, EvidenceExports exports) {
        this.sharing = sharing;
        this.links = links;
        this.table = table;
        this.exports = exports;
    }

    /** The caller and what goes along with a bundle are asked for when the link is made. */
    Button[] buttons(TenantContext context, Supplier<Caller> caller, Supplier<BundleScope> scope, Runnable shared) {
        return new Button[] {
            button("Share the one-pager", document(context, OnePager.NAME, "the posture one-pager", caller, shared)),
            button("Share the pack", document(context, PosturePack.NAME, "the posture pack", caller, shared)),
            button("Share the bundle", bundle(context, caller, scope, shared))
        };
    }

    private static Button button(String text, Supplier<ShareDialog> dialog) {
        return new Button(text, VaadinIcon.SHARE.create(), _ -> dialog.get().open());
    }

    private Supplier<ShareDialog> document(
            TenantContext context, String document, String name, Supplier<Caller> caller, Runnable shared) {
        return () -> new ShareDialog(
                        context.slug(),
                        name + ", issued when you share it,",
                        terms -> sharing.share(
                                        caller.get(),
                                        ShareRequest.of(document, terms.watermark()),
                                        terms.validFor(),
                                        terms.uses())
                                .orElseThrow(),
                        shared)
                .withWatermark();
    }

    private Supplier<ShareDialog> bundle(
            TenantContext context, Supplier<Caller> caller, Supplier<BundleScope> scope, Runnable shared) {
        return () -> new ShareDialog(
                context.slug(),
                "the evidence bundle, with what you chose to go along,",
                terms -> sharing.handed(
                        caller.get(), exported(caller.get(), scope.get()), terms.validFor(), terms.uses()),
                shared);
    }

    private Enforced<SharedFile> exported(Caller caller, BundleScope scope) {
        return exports.export(caller, scope).map(zip -> new SharedFile("evidence.zip", "application/zip", zip));
    }

    /** The tenant's links, for whoever may see them. */
    void show(Div place, TenantContext context, BiConsumer<String, Enforced<?>> told) {
        place.removeAll();
        if (links.againstViewing(context.caller()).isEmpty()) {
            place.add(table.of(context, told));
        }
    }
}
