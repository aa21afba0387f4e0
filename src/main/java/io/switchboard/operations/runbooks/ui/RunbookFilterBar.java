package io.switchboard.operations.runbooks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;

/** The fields that narrow the list. Each change is told as the address that has it. */
final class RunbookFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient RunbookAddress address;
    private final transient Consumer<RunbookAddress> changed;

    RunbookFilterBar(RunbookAddress address, Consumer<RunbookAddress> changed) {
        this.address = address;
        this.changed = changed;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Filter runbooks");
        add(text(), dialect());
    }

    private TextField text() {
        var field = new TextField("Search");
        field.setPlaceholder("Id or title");
        field.setClearButtonVisible(true);
        field.setMaxLength(100);
        field.setValue(address.filter().text().orElse(""));
        field.addValueChangeListener(event -> tell("q", Optional.of(event.getValue())));
        return field;
    }

    private Select<String> dialect() {
        var select = new Select<String>();
        select.setLabel("Written as");
        select.setItems(RunbookWords.DIALECTS.keySet());
        select.setItemLabelGenerator(dialect -> dialect == null ? "all" : RunbookWords.dialect(dialect));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("all");
        address.filter().dialect().ifPresent(select::setValue);
        select.addValueChangeListener(event -> tell("dialect", Optional.ofNullable(event.getValue())));
        return select;
    }

    private void tell(String name, Optional<String> value) {
        changed.accept(address.with(name, value));
    }
}
