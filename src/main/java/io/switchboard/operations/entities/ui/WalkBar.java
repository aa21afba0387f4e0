package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.switchboard.operations.entities.Direction;
import io.switchboard.operations.entities.TypeCount;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How far, which way and onto what: each change is told as the address that has it. */
final class WalkBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Address address;
    private final transient Consumer<Address> changed;

    WalkBar(Address address, List<TypeCount> types, Consumer<Address> changed) {
        this.address = address;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Choose what is near");
        add(hops(), direction(), types(types.stream().map(TypeCount::type).toList()));
    }

    private Select<Integer> hops() {
        var select = new Select<Integer>();
        select.setLabel("Hops");
        select.setItems(1, 2, 3, 4, 5, 6);
        select.setValue(address.hops());
        select.addValueChangeListener(event -> tell("hops", String.valueOf(event.getValue())));
        return select;
    }

    private Select<Direction> direction() {
        var select = new Select<Direction>();
        select.setLabel("Edges");
        select.setItems(Direction.values());
        select.setItemLabelGenerator(direction -> switch (direction) {
            case OUT -> "as they point";
            case IN -> "against their arrows";
            case BOTH -> "both ways";
        });
        select.setValue(address.direction());
        select.addValueChangeListener(
                event -> tell("direction", event.getValue().wire()));
        return select;
    }

    private MultiSelectComboBox<String> types(List<String> types) {
        var box = new MultiSelectComboBox<String>("Through types");
        box.setItems(types);
        box.setPlaceholder("all");
        box.setClearButtonVisible(true);
        box.setValue(address.types().stream().filter(types::contains).collect(Collectors.toSet()));
        box.addValueChangeListener(
                event -> tell("types", event.getValue().stream().sorted().collect(Collectors.joining(","))));
        return box;
    }

    private void tell(String name, String value) {
        changed.accept(address.with(name, value));
    }
}
