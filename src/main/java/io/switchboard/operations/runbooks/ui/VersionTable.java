package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.operations.runbooks.Runbook;
import io.switchboard.operations.runbooks.RunbookVersion;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.components.ShortId;
import io.switchboard.platform.identity.ui.TenantContext;
import java.time.Clock;
import java.util.List;

/** Every version that there was, with the import that brought it and the receipt that proves it. */
final class VersionTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    VersionTable(
            TenantContext context,
            RunbookOrigins origins,
            Clock clock,
            Runbook runbook,
            List<RunbookVersion> versions) {
        var shown = versions.subList(0, Math.min(SHOWN, versions.size()));
        getContent()
                .add(new DataTable<RunbookVersion>("Versions")
                        .column("Version", version -> link(context, runbook, version))
                        .column("Since", version -> new RelativeTime(version.at(), clock))
                        .column("From", version -> origins.file(context, version.broughtBy()))
                        .column("Receipt", version -> origins.receipt(context, version.broughtBy()))
                        .column(
                                "SHA-256",
                                version -> new ShortId(version.digest().hex()))
                        .rows(shown));
    }

    private static Component link(TenantContext context, Runbook runbook, RunbookVersion version) {
        var link = new RouterLink(
                String.valueOf(version.version()),
                RunbookView.class,
                context.parameters("runbook", runbook.id().value()));
        link.setQueryParameters(QueryParameters.of("version", String.valueOf(version.version())));
        link.getElement().setAttribute("aria-label", "Version " + version.version());
        return link;
    }
}
