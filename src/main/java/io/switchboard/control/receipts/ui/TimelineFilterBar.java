package io.switchboard.control.receipts.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.control.receipts.Outcome;
import java.time.LocalDate;
import java.util.Optional;

/** The fields that narrow a timeline. Each change opens the address that has it. */
final class TimelineFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TimelinePlace place;
    private final transient TimelineAddress address;

    TimelineFilterBar(TimelinePlace place, TimelineAddress address) {
        this.place = place;
        this.address = address;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Filter the timeline");
        add(action(), outcome(), day("From", "from"), day("To", "to"));
    }

    private TextField action() {
        var field = new TextField("Action");
        field.setPlaceholder("imports.commit");
        field.setClearButtonVisible(true);
        field.setValue(address.text("action").orElse(""));
        field.addValueChangeListener(event -> tell("action", Optional.of(event.getValue())));
        return field;
    }

    private Select<Outcome> outcome() {
        var select = new Select<Outcome>();
        select.setLabel("Outcome");
        select.setItems(Outcome.values());
        select.setItemLabelGenerator(value -> value == null ? "all" : value.wire());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("all");
        address.outcome().ifPresent(select::setValue);
        select.addValueChangeListener(
                event -> tell("outcome", Optional.ofNullable(event.getValue()).map(Outcome::wire)));
        return select;
    }

    private DatePicker day(String label, String name) {
        var picker = new DatePicker(label);
        picker.setClearButtonVisible(true);
        address.day(name).ifPresent(picker::setValue);
        picker.addValueChangeListener(
                event -> tell(name, Optional.ofNullable(event.getValue()).map(LocalDate::toString)));
        return picker;
    }

    private void tell(String name, Optional<String> value) {
        place.open(address.with(name, value));
    }
}
