package io.switchboard.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Slug;
import io.switchboard.operations.administration.EvidenceExports;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.signing.TrustRoot;
import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Download everything that proves what happened, and how to check it without us. */
@Route(value = "evidence", layout = TenantLayout.class)
@PageTitle("Evidence · Switchboard")
@PermitAll
class EvidenceView extends Main implements BeforeEnterObserver {

    private final transient Tenants tenants;
    private final transient CurrentMember member;
    private final transient EvidenceExports exports;
    private final transient TrustRoot root;

    EvidenceView(Tenants tenants, CurrentMember member, EvidenceExports exports, TrustRoot root) {
        this.tenants = tenants;
        this.member = member;
        this.exports = exports;
        this.root = root;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("tenant")
                .flatMap(slug -> tenants.findBySlug(new Slug(slug)))
                .ifPresent(this::show);
    }

    private void show(Tenant tenant) {
        removeAll();
        add(new PageHeader("Evidence", "A sealed bundle of every receipt, which anybody verifies offline."));
        add(new Anchor(DownloadHandler.fromInputStream(event -> bundle(tenant)), "Download the evidence bundle"));
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
