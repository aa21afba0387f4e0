package io.switchboard.operations.retention.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.kernel.Role;
import io.switchboard.operations.retention.Purge;
import io.switchboard.operations.retention.Purges;
import io.switchboard.platform.identity.CurrentMember;
import io.switchboard.platform.identity.ui.TenantContext;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes a manifest along; decided anew for each download, with the roles of that moment. */
@Component
class ManifestLink {

    private static final int FORBIDDEN = 403;

    private final Purges purges;
    private final CurrentMember member;

    ManifestLink(Purges purges, CurrentMember member) {
        this.purges = purges;
        this.member = member;
    }

    com.vaadin.flow.component.Component of(TenantContext context, Purge purge) {
        if (purge.manifest().isEmpty()) {
            return new Span("at its end");
        }
        if (Stream.of(Role.PARTNER_ADMIN, Role.EVALUATOR, Role.PLATFORM_ADMIN).noneMatch(context::holds)) {
            return new Span("for partner-admins and evaluators");
        }
        var link = new Anchor(DownloadHandler.fromInputStream(_ -> file(context, purge)), "Manifest");
        link.getElement().setAttribute("aria-label", "Manifest of " + purge.id());
        return link;
    }

    private DownloadResponse file(TenantContext context, Purge purge) {
        return member.callerIn(context.tenant().id())
                .flatMap(caller -> purges.download(caller, purge.id()))
                .flatMap(ManifestLink::taken)
                .map(file -> new DownloadResponse(
                        new ByteArrayInputStream(file.envelope()),
                        file.name(),
                        "application/json",
                        file.envelope().length))
                .orElseGet(() -> DownloadResponse.error(FORBIDDEN));
    }

    private static Optional<Purges.Manifest> taken(Enforced<Purges.Manifest> ended) {
        return ended instanceof Enforced.Done<Purges.Manifest> done ? Optional.of(done.value()) : Optional.empty();
    }
}
