package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.Neighbour;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.operations.entities.Relation;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A neighbourhood as tables: everything that is drawn, for whoever does not see the drawing. */
final class NearTables {

    private final TenantContext context;
    private final Address address;
    private final Map<EntityId, Neighbour> byId;
    private final DataTable<Neighbour> nodes;
    private final DataTable<Relation> edges;

    NearTables(TenantContext context, Address address, Neighbourhood near) {
        this.context = context;
        this.address = address;
        this.byId = near.nodes().stream().collect(Collectors.toMap(Neighbour::id, Function.identity()));
        nodes = new DataTable<Neighbour>("Entities near " + near.start().name())
                .column("Hops", node -> new Span(Numbers.of(node.distance())))
                .column("Entity", this::link)
                .column("Type", node -> new Span(node.type()))
                .column("Key", node -> new Span(node.key()))
                .rows(near.nodes().stream().skip(1).toList());
        edges = new DataTable<Relation>("Edges among the entities shown")
                .column("From", edge -> name(edge.from()))
                .column("Edge", edge -> new Span(edge.type()))
                .column("Direction", edge -> new Span(edge.directed() ? "→ one way" : "↔ both ways"))
                .column("To", edge -> name(edge.to()))
                .rows(near.edges());
    }

    Component nodes() {
        return nodes;
    }

    Component edges() {
        return edges;
    }

    private Component link(Neighbour node) {
        var link = new RouterLink(
                node.name(),
                EntityView.class,
                context.parameters("entity", node.id().value()));
        link.setQueryParameters(address.query());
        link.addClassName("entity-name");
        return link;
    }

    private Component name(EntityId id) {
        var node = byId.get(id);
        return new Span(node == null ? id.value() : node.name());
    }
}
