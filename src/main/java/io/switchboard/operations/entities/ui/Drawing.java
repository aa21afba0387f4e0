package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.switchboard.operations.entities.EntityId;
import io.switchboard.operations.entities.Neighbour;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.stream.Collectors;

/** The picture with what its marks mean. A click opens the entity without loading the page anew; with a key held the browser does what it does with links. */
final class Drawing extends Div {

    private static final long serialVersionUID = 1L;
    private static final String CLICKED = "event.target.closest('a').dataset.entity";
    private static final String PLAIN_CLICK =
            "event.target.closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey && (event.preventDefault() || event.stopPropagation() || true)";

    Drawing(TenantContext context, Address address, Neighbourhood near) {
        var marks = TypeMarks.of(near.nodes().stream().map(Neighbour::type).collect(Collectors.toSet()));
        addClassName("entity-picture");
        var scroll = new Div();
        scroll.addClassName("entity-scroll");
        scroll.getElement().setProperty("innerHTML", Picture.of(near, marks, id -> path(context, id) + address.text()));
        scroll.getElement()
                .addEventListener(
                        "click",
                        event -> UI.getCurrent()
                                .navigate(
                                        path(
                                                context,
                                                new EntityId(event.getEventData()
                                                        .get(CLICKED)
                                                        .asString())),
                                        address.query()))
                .addEventData(CLICKED)
                .setFilter(PLAIN_CLICK);
        add(scroll, legend(marks));
    }

    private static String path(TenantContext context, EntityId id) {
        return context.path("entities/" + id);
    }

    private static UnorderedList legend(TypeMarks marks) {
        var legend = new UnorderedList();
        legend.addClassName("entity-legend");
        legend.getElement().setAttribute("aria-label", "Marks of types");
        marks.all().forEach((type, mark) -> {
            var letter = new Span(mark);
            letter.addClassName("entity-legend-mark");
            legend.add(new ListItem(letter, new Span(type)));
        });
        return legend;
    }
}
