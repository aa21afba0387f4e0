package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.imports.ImportId;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One import from mapping to result. Where it stands is read from the database each time, so nothing is lost with the tab. */
@Route(":tenant/imports/:import")
@PageTitle("Import · Switchboard")
@StyleSheet("context://themes/base/imports.css")
@PermitAll
class ImportView extends TenantView {

    private static final long serialVersionUID = 1L;

    private final transient ImportDesk desk;

    ImportView(TenantContexts contexts, ImportDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var refusal = desk.access().againstViewing(context.caller());
        if (refusal.isPresent()) {
            add(
                    new PageHeader("Import", "A file, what it would change, and what it changed."),
                    new NotAllowedToSee("imports", refusal.get()));
            return;
        }
        id(event)
                .filter(id -> desk.imports().find(context.caller(), id).isPresent())
                .ifPresentOrElse(
                        id -> add(new ImportPage(context, desk, id)),
                        () -> event.rerouteToError(NotFoundException.class));
    }

    private static Optional<ImportId> id(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("import")
                .filter(ImportId::isValid)
                .map(ImportId::new);
    }
}
