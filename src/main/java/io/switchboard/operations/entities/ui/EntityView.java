package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.switchboard.control.enforcement.ui.NotAllowedToSee;
import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.NeighbourhoodQuery;
import io.switchboard.platform.components.PageHeader;
import io.switchboard.platform.identity.ui.TenantContext;
import io.switchboard.platform.identity.ui.TenantContexts;
import io.switchboard.platform.identity.ui.TenantView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;

/** One entity: what is known of it, and what is within some hops. How far and over what is in the address. */
@Route(":tenant/entities/:entity")
@PageTitle("Entity · Switchboard")
@StyleSheet("context://themes/base/entities.css")
@PermitAll
class EntityView extends TenantView {

    private static final long serialVersionUID = 1L;
    private static final int DRAWN = 200;

    private final transient EntityDesk desk;
    private final transient LinkDesk links;

    EntityView(TenantContexts contexts, EntityDesk desk, LinkDesk links) {
        super(contexts);
        this.desk = desk;
        this.links = links;
    }

    @Override
    protected void show(TenantContext context, BeforeEnterEvent event) {
        var refusal = desk.access().againstReading(context.caller());
        if (refusal.isPresent()) {
            add(
                    new PageHeader("Entity", "A thing you run, and what is near it."),
                    new NotAllowedToSee("entities", refusal.get()));
            return;
        }
        var address = Address.of(event.getLocation().getQueryParameters());
        id(event)
                .flatMap(id -> desk.entities().find(context.caller(), id))
                .ifPresentOrElse(
                        entity -> show(context, entity, address), () -> event.rerouteToError(NotFoundException.class));
    }

    private void show(TenantContext context, Entity entity, Address address) {
        add(header(context, entity), new EntityFacts(entity, desk.clock()), new LinksOfEntity(context, links, entity));
        var types = desk.entities().types(context.caller());
        var query = new NeighbourhoodQuery(address.hops(), address.direction(), address.types(), Set.of(), DRAWN);
        desk.graph()
                .neighbourhood(context.caller(), entity.id(), query)
                .ifPresent(near -> add(new Surroundings(context, address, types, near)));
    }

    private PageHeader header(TenantContext context, Entity entity) {
        var sentence = "Of type " + entity.type() + ", with what is near it.";
        return desk.hasTimeline(context.caller().tenant(), entity.id())
                ? new PageHeader(entity.name(), sentence, timeline(context, entity))
                : new PageHeader(entity.name(), sentence);
    }

    private static Component timeline(TenantContext context, Entity entity) {
        return new Anchor(context.path("timeline/entity/" + entity.id()), "Its timeline");
    }

    private static Optional<EntityId> id(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get("entity")
                .filter(EntityId::isValid)
                .map(EntityId::new);
    }
}
