package io.switchboard.operations.entities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.entities.TypeCount;
import java.util.List;
import java.util.function.Consumer;

/** The fields that narrow the list. Each change is told as the address that has it. */
final class EntityFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Address address;
    private final transient Consumer<Address> changed;

    EntityFilterBar(Address address, List<TypeCount> types, Consumer<Address> changed) {
        this.address = address;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Filter entities");
        add(search(), type(types));
    }

    private TextField search() {
        var field = new TextField("Begins with");
        field.setPlaceholder("key or title");
        field.setClearButtonVisible(true);
        field.setMaxLength(128);
        field.setValue(address.search());
        field.addValueChangeListener(event -> changed.accept(address.with("search", event.getValue())));
        return field;
    }

    private Select<TypeCount> type(List<TypeCount> types) {
        var select = new Select<TypeCount>();
        select.setLabel("Type");
        select.setItems(types);
        select.setItemLabelGenerator(
                type -> type == null ? "all" : type.type() + " (" + Numbers.of(type.entities()) + ")");
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("all");
        types.stream()
                .filter(type -> address.types().contains(type.type()))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(event -> changed.accept(address.with(
                "types", event.getValue() == null ? "" : event.getValue().type())));
        return select;
    }
}
