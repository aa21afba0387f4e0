package io.switchboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Download everything that proves what happened, and how to check it without us. */
@Route(":tenant/evidence")
@Menu(title = "Evidence", order = 320, icon = "vaadin:archive")
@PageTitle("Evidence · Switchboard")
@PermitAll
class EvidenceView extends TenantView {

    private final transient CurrentMember member;
    private final transient EvidenceExports exports;
    private final transient TrustRoot root;

    EvidenceView(TenantContexts contexts, CurrentMember member, EvidenceExports exports, TrustRoot root) {
        super(contexts);
        this.member = member;
        this.exports = exports;
        this.root = root;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var tenant = context.tenant();
        add(new PageHeader("Evidence", "A sealed bundle of every receipt, which anybody verifies offline."));
        add(new Anchor(DownloadHandler.fromInputStream(download -> bundle(tenant)), "Download the evidence bundle"));
        add(new Paragraph("Trust root: " + root.fingerprint()));
        add(new Anchor("/.well-known/switchboard-root.jwk", "Trust root as a file"));
        add(new Paragraph("Check it: java -jar switchboard-verify.jar evidence.zip --trust-root switchboard-root.jwk"));
    }

    private DownloadResponse bundle(Tenant tenant) {
        return member.callerIn(tenant.id())
                .map(caller -> exports.export(caller, Optional.empty(), Optional.empty()))
                .map(EvidenceView::response)
                .orElseGet(() -> DownloadResponse.error(404));
    }

    private static DownloadResponse response(Enforced<byte[]> ended) {
        return switch (ended) {
            case Enforced.Done<byte[]> done ->
                new DownloadResponse(
                        new ByteArrayInputStream(done.value()), "evidence.zip", "application/zip", done.value().length);
            case Enforced.Refused<byte[]> refused -> DownloadResponse.error(403);
            case Enforced.Failed<byte[]> failed -> DownloadResponse.error(422);
        };
    }
}
