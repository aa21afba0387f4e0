package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Severity;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fields that narrow the list. Each change is told as the address that has it. */
final class IncidentFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient IncidentAddress address;
    private final transient Consumer<IncidentAddress> changed;

    IncidentFilterBar(IncidentAddress address, Consumer<IncidentAddress> changed) {
        this.address = address;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Filter incidents");
        var filter = address.filter();
        add(text(filter.text()));
        add(choice("Status", "status", IncidentStatus.values(), filter.status(), IncidentStatus::wire));
        add(choice("Severity", "severity", Severity.values(), filter.severity(), Severity::word));
    }

    private TextField text(Optional<String> searched) {
        var field = new TextField("Search");
        field.setPlaceholder("Number, title or service");
        field.setClearButtonVisible(true);
        field.setMaxLength(100);
        field.setValue(searched.orElse(""));
        field.addValueChangeListener(event -> tell("q", Optional.of(event.getValue())));
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

    private void tell(String name, Optional<String> value) {
        changed.accept(address.with(name, value));
    }
}
