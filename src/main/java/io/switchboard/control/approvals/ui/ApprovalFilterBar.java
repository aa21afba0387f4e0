package io.switchboard.control.approvals.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.switchboard.control.approvals.TicketState;
import java.util.Optional;
import java.util.function.Consumer;

/** Narrows the list to one state. A change is told as the address that has it. */
final class ApprovalFilterBar extends Div {

    private static final long serialVersionUID = 1L;

    ApprovalFilterBar(ApprovalAddress address, Consumer<ApprovalAddress> changed) {
        addClassName("filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Filter approvals");
        var select = new Select<TicketState>();
        select.setLabel("State");
        select.setItems(TicketState.values());
        select.setItemLabelGenerator(state -> state == null ? "all" : state.wire());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("all");
        address.state().ifPresent(select::setValue);
        select.addValueChangeListener(event -> changed.accept(address.with(Optional.ofNullable(event.getValue()))));
        add(select);
    }
}
