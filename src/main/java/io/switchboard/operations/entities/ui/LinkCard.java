package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.enforcement.ui.Refusal;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.ui.ReceiptBadge;
import io.switchboard.operations.entities.EntityLink;
import io.switchboard.platform.components.DataTable;
import io.switchboard.platform.components.StateTag;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;

/** Links of one thing as a table, to be added and removed where policy lets the reader; what came of it stands below, with its receipt. */
abstract class LinkCard extends Section {

    private static final long serialVersionUID = 1L;

    final transient TenantContext context;
    final transient LinkDesk desk;
    private final Div links = new Div();
    private final Div answer = new Div();

    LinkCard(String title, TenantContext context, LinkDesk desk) {
        this.context = context;
        this.desk = desk;
        addClassNames("card", "entity-links");
        answer.getElement().setAttribute("aria-live", "polite");
        add(new H2(title), links, answer);
    }

    /** To be called when everything that the card shows is known. */
    final void show() {
        var found = found();
        boolean mayLink = desk.links().mayLink(context.caller());
        links.removeAll();
        links.add(found.isEmpty() ? new Paragraph(none()) : table(found, mayLink));
        if (mayLink) {
            links.add(form());
        }
    }

    abstract List<EntityLink> found();

    /** What to say where nothing is linked. */
    abstract String none();

    abstract Component form();

    /** The other side of a link. */
    abstract Component other(EntityLink link);

    abstract DataTable<EntityLink> columns(DataTable<EntityLink> table);

    private Component table(List<EntityLink> found, boolean mayLink) {
        var table = columns(new DataTable<>("Links"));
        return (mayLink ? table.column("Action", this::remove) : table).rows(found);
    }

    private Component remove(EntityLink link) {
        var remove = new Button("Remove", click -> answered("remove this link", unlinked(link)));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel("Remove the link between " + link.entityKey() + " and " + link.thingKey());
        remove.setDisableOnClick(true);
        return remove;
    }

    private Enforced<EntityLink> unlinked(EntityLink link) {
        return desk.links().unlink(context.caller(), link.entityKey(), link.kind(), link.thingKey());
    }

    final void link(String entityKey, String kind, String thingKey) {
        answered("link these two", desk.links().link(context.caller(), entityKey, kind, thingKey));
    }

    private void answered(String wanted, Enforced<EntityLink> ended) {
        answer.removeAll();
        answer.add(
                ended instanceof Enforced.Done<EntityLink> done
                        ? new Paragraph(
                                new Span("Done. "),
                                new ReceiptBadge(context.slug(), done.receipt().id(), LogState.PENDING))
                        : Refusal.of(context.slug(), wanted, ended));
        show();
    }

    static Component gone(String key) {
        return new Span(new Span(key + " "), new StateTag(StateTag.Tone.WARNING, "gone"));
    }
}
