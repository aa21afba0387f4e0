package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.entities.Entity;
import io.switchboard.operations.entities.EntityLink;
import io.switchboard.operations.entities.LinkableThings;
import io.switchboard.operations.entities.LinkedThing;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;

/** What has to do with one entity: its incidents and runbooks. */
final class LinksOfEntity extends LinkCard {

    private static final long serialVersionUID = 1L;

    private final transient Entity entity;
    private final transient List<LinkableThings> kinds;

    LinksOfEntity(TenantContext context, LinkDesk desk, Entity entity) {
        super("Incidents and runbooks", context, desk);
        this.entity = entity;
        this.kinds = desk.links().kinds(context.caller());
        setVisible(!kinds.isEmpty());
        show();
    }

    @Override
    List<EntityLink> found() {
        return desk.links().ofEntity(context.caller(), entity);
    }

    @Override
    String none() {
        return "Nothing is linked to it yet.";
    }

    @Override
    DataTable<EntityLink> columns(DataTable<EntityLink> table) {
        return table.column("Kind", link -> new Span(word(link.kind())))
                .column("Key", this::other)
                .column(
                        "Title",
                        link -> new Span(link.thing().map(LinkedThing::title).orElse("–")));
    }

    @Override
    Component other(EntityLink link) {
        return link.thing()
                .<Component>map(thing -> new Anchor(context.path(thing.path()), thing.key()))
                .orElseGet(() -> gone(link.thingKey()));
    }

    @Override
    Component form() {
        var kind = new Select<LinkableThings>();
        kind.setLabel("Kind");
        kind.setItems(kinds);
        kind.setItemLabelGenerator(LinkableThings::word);
        kind.setValue(kinds.getFirst());
        var key = new TextField("Key");
        key.setHelperText(whatKey(kind.getValue()));
        kind.addValueChangeListener(chosen -> key.setHelperText(whatKey(chosen.getValue())));
        key.setMaxLength(128);
        var link = new Button("Link", click -> {
            if (!key.getValue().isBlank()) {
                link(entity.key(), kind.getValue().kind(), key.getValue().strip());
            }
        });
        var form = new Div(kind, key, link);
        form.addClassName("entity-link-form");
        return form;
    }

    private static String whatKey(LinkableThings kind) {
        return "The " + kind.keyWord() + ".";
    }

    private String word(String kind) {
        return kinds.stream()
                .filter(each -> each.kind().equals(kind))
                .map(LinkableThings::word)
                .findFirst()
                .orElse(kind);
    }
}
