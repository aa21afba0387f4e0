package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fields that narrow the list. Each change is told as the address that has it. */
final class ReceiptFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient ReceiptAddress address;
    private final transient Consumer<ReceiptAddress> changed;

    ReceiptFilterBar(ReceiptAddress address, Consumer<ReceiptAddress> changed) {
        this.address = address;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Filter receipts");
        add(action(), choice("Outcome", "outcome", Outcome.values(), address.outcome(), Outcome::wire));
        add(choice("State", "state", LogState.values(), address.state(), LogState::wire));
        add(day("From", "from", address.from()), day("To", "to", address.to()));
    }

    private TextField action() {
        var field = new TextField("Action");
        field.setPlaceholder("imports.commit");
        field.setClearButtonVisible(true);
        field.setValue(address.text("action").orElse(""));
        field.addValueChangeListener(event -> tell("action", Optional.of(event.getValue())));
        return field;
    }

    private <T> Select<T> choice(
            String label, String name, T[] values, Optional<T> selected, Function<T, String> word) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(values);
        select.setItemLabelGenerator(value -> value == null ? "all" : word.apply(value));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("all");
        selected.ifPresent(select::setValue);
        select.addValueChangeListener(
                event -> tell(name, Optional.ofNullable(event.getValue()).map(word)));
        return select;
    }

    private DatePicker day(String label, String name, Optional<LocalDate> day) {
        var picker = new DatePicker(label);
        picker.setClearButtonVisible(true);
        day.ifPresent(picker::setValue);
        picker.addValueChangeListener(
                event -> tell(name, Optional.ofNullable(event.getValue()).map(LocalDate::toString)));
        return picker;
    }

    private void tell(String name, Optional<String> value) {
        changed.accept(address.with(name, value));
    }
}
