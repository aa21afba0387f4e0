package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityLink;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;

/** The entities that something of another kind, such as an incident, has to do with. Only for whoever may read entities. */
@StyleSheet("context://themes/base/entities.css")
public final class LinksOfThing extends LinkCard {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String key;

    public LinksOfThing(TenantContext context, LinkDesk desk, String kind, String key) {
        super("Entities", context, desk);
        this.kind = kind;
        this.key = key;
        show();
    }

    @Override
    List<EntityLink> found() {
        return desk.links().ofThing(context.caller(), kind, key);
    }

    @Override
    String none() {
        return "No entity is linked to it yet.";
    }

    @Override
    DataTable<EntityLink> columns(DataTable<EntityLink> table) {
        return table.column("Entity", this::other)
                .column("Type", link -> new Span(link.entity().map(Entity::type).orElse(link.entityType())))
                .column(
                        "Title",
                        link -> new Span(link.entity().map(Entity::title).orElse("–")));
    }

    @Override
    Component other(EntityLink link) {
        return link.entity()
                .<Component>map(entity -> new RouterLink(
                        entity.key(),
                        EntityView.class,
                        context.parameters("entity", entity.id().value())))
                .orElseGet(() -> gone(link.entityKey()));
    }

    @Override
    Component form() {
        var entity = new TextField("Key of an entity");
        entity.setMaxLength(128);
        var link = new Button("Link", click -> {
            if (!entity.getValue().isBlank()) {
                link(entity.getValue().strip(), kind, key);
            }
        });
        var form = new Div(entity, link);
        form.addClassName("entity-link-form");
        return form;
    }
}
