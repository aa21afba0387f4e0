package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityFilter;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.EntityPage;
import io.switchboard.operations.entities.TypeCount;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.EmptyState;
import io.switchboard.platform.components.FilterBar;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.components.RelativeTime;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The tenant's entities by key. Search and filter are in the address. */
@Route(":tenant/entities")
@Menu(title = "Entities", order = 230, icon = "vaadin:cluster")
@PageTitle("Entities · Switchboard")
@StyleSheet("context://themes/base/entities.css")
@PermitAll
class EntitiesView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient EntityDesk desk;

    EntitiesView(TenantContexts contexts, EntityDesk desk) {
        super(contexts);
        this.desk = desk;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        add(new PageHeader(
                "Entities",
                "What you run and how it hangs together: services, hosts, teams, whatever your files name."));
        desk.access()
                .againstReading(context.caller())
                .ifPresentOrElse(
                        decision -> add(new NotAllowedToSee("entities", decision)),
                        () -> show(context, Address.of(event.getLocation().getQueryParameters())));
    }

    private void show(TenantContext context, Address address) {
        var filter = new EntityFilter(address.search(), address.types());
        var page = desk.entities().page(context.caller(), filter, address.after(), PAGE);
        if (page.total() == 0 && filter.equals(EntityFilter.ALL)) {
            add(nothingYet(context));
            return;
        }
        var types = desk.entities().types(context.caller());
        add(filters(context, address, types));
        add(page.total() == 0 ? noMatch(context) : new Paragraph(total(page)), table(context, page));
        page.next().ifPresent(last -> add(more(context, address, last)));
    }

    private static FilterBar filters(TenantContext context, Address address, List<TypeCount> types) {
        return new FilterBar(
                        "Filter entities",
                        address.values(),
                        changed -> UI.getCurrent().navigate(context.path("entities"), changed.query()))
                .text("Begins with", "key or title", "search")
                .choice(
                        "Type",
                        "types",
                        types,
                        TypeCount::type,
                        type -> type.type() + " (" + Numbers.of(type.entities()) + ")");
    }

    private static Component nothingYet(TenantContext context) {
        return new EmptyState(
                "No entities yet",
                "Import a graph: JSON Graph Format, or CSV files of entities and of edges. A dry run shows what would come in before anything does.",
                new Anchor(context.path("imports/new") + "?kind=entities", "Import entities"));
    }

    private static Component noMatch(TenantContext context) {
        return new EmptyState(
                "No entity matches",
                "No key or title here begins like this in the chosen type.",
                new RouterLink("Show all entities", EntitiesView.class, context.parameters()));
    }

    private Component table(TenantContext context, EntityPage page) {
        return new DataTable<Entity>("Entities")
                .column("Entity", entity -> link(context, entity))
                .column("Type", entity -> new Span(entity.type()))
                .column("Title", entity -> new Span(entity.title()))
                .column("Changed", entity -> new RelativeTime(entity.updatedAt(), desk.clock()))
                .rows(page.items());
    }

    private static Component link(TenantContext context, Entity entity) {
        var link = new RouterLink(
                entity.key(),
                EntityView.class,
                context.parameters("entity", entity.id().value()));
        link.addClassName("entity-name");
        return link;
    }

    private static Component more(TenantContext context, Address address, EntityId last) {
        var link = new RouterLink("Next entities", EntitiesView.class, context.parameters());
        link.setQueryParameters(address.with("after", last.value()).query());
        return link;
    }

    private static String total(EntityPage page) {
        return Numbers.of(page.total(), "entity", "entities") + " by key";
    }
}
