package io.switchboard.platform.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fields that narrow a list. What is chosen stands in the address, so each change is told as the values of the address that has it, from the first page. */
public final class FilterBar extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 128;

    private final transient AddressValues values;
    private final transient Consumer<AddressValues> changed;

    /** {@code label} names the bar for assistive technology, such as "Filter receipts". */
    public FilterBar(String label, AddressValues values, Consumer<AddressValues> changed) {
        this.values = values;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", label);
    }

    /** {@code name} is the value's in the address, here and below. */
    public FilterBar text(String label, String placeholder, String name) {
        var field = new TextField(label);
        field.setPlaceholder(placeholder);
        field.setClearButtonVisible(true);
        field.setMaxLength(LONGEST);
        field.setValue(values.text(name).orElse(""));
        field.addValueChangeListener(event -> tell(name, Optional.of(event.getValue())));
        add(field);
        return this;
    }

    /** {@code wire} is how a choice stands in the address, {@code word} how a person reads it. */
    public <T> FilterBar choice(
            String label, String name, Collection<T> choices, Function<T, String> wire, Function<T, String> word) {
        return choice(label, "all", name, choices, wire, word);
    }

    /** {@code none} says what is shown while nothing is chosen, where that is not everything. */
    public <T> FilterBar choice(
            String label,
            String none,
            String name,
            Collection<T> choices,
            Function<T, String> wire,
            Function<T, String> word) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(choices);
        select.setItemLabelGenerator(value -> value == null ? none : word.apply(value));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(none);
        choices.stream()
                .filter(choice -> values.text(name).equals(Optional.of(wire.apply(choice))))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(
                event -> tell(name, Optional.ofNullable(event.getValue()).map(wire)));
        add(select);
        return this;
    }

    public FilterBar day(String label, String name) {
        var picker = new DateField(label);
        picker.setClearButtonVisible(true);
        values.day(name).ifPresent(picker::setValue);
        picker.addValueChangeListener(
                event -> tell(name, Optional.ofNullable(event.getValue()).map(LocalDate::toString)));
        add(picker);
        return this;
    }

    private void tell(String name, Optional<String> value) {
        changed.accept(values.filtered(name, value));
    }
}
