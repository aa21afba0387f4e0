package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.switchboard.operations.entities.Neighbourhood;
import io.switchboard.operations.entities.TypeCount;
import io.switchboard.platform.identity.ui.TenantContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is near an entity: how much there is, the nearest drawn, and the same as tables. */
final class Surroundings extends Section {

    private static final long serialVersionUID = 1L;

    Surroundings(TenantContext context, Address address, List<TypeCount> types, Neighbourhood near) {
        addClassName("entity-near");
        add(new H2("What is near"));
        add(new WalkBar(address, types, changed -> open(context, near, changed)));
        add(new Paragraph(sentence(near)));
        if (near.nodes().size() == 1) {
            return;
        }
        var tables = new NearTables(context, address, near);
        add(skip(tables.nodes()), new Drawing(context, address, near), tables.nodes(), edges(tables, near));
    }

    private static void open(TenantContext context, Neighbourhood near, Address address) {
        UI.getCurrent().navigate(context.path("entities/" + near.start().id()), address.query());
    }

    private static Component skip(Component table) {
        var skip =
                new NativeButton("Skip the drawing", click -> table.getElement().callJsFunction("focus"));
        skip.addClassName("entity-skip");
        return skip;
    }

    private static Component edges(NearTables tables, Neighbourhood near) {
        return new Details(
                Numbers.of(near.edges().size(), "edge", "edges") + " among them, as a table", tables.edges());
    }

    private static String sentence(Neighbourhood near) {
        if (near.totalNodes() == 1) {
            return "Nothing is connected to it this way.";
        }
        var all = Numbers.of(near.totalNodes() - 1, "entity", "entities") + " within reach ("
                + IntStream.range(1, near.rings().size())
                        .mapToObj(hop -> Numbers.of(near.rings().get(hop)) + " at " + Numbers.of(hop, "hop", "hops"))
                        .collect(Collectors.joining(", "))
                + "), " + Numbers.of(near.totalEdges(), "edge", "edges") + " among them.";
        return near.cut() ? all + " The nearest " + Numbers.of(near.nodes().size() - 1) + " are shown." : all;
    }
}
