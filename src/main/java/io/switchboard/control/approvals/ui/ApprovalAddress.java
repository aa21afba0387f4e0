package io.switchboard.control.approvals.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.control.approvals.TicketId;
import io.switchboard.control.approvals.TicketState;
import io.switchboard.platform.components.AddressValues;
import java.util.Optional;

/** A filtered list of tickets as an address: {@code ?state=&after=}. */
record ApprovalAddress(AddressValues values) {

    static ApprovalAddress of(QueryParameters query) {
        return new ApprovalAddress(AddressValues.of(query));
    }

    ApprovalAddress after(TicketId last) {
        return new ApprovalAddress(values.with("after", Optional.of(last.value())));
    }

    QueryParameters query() {
        return values.query();
    }

    Optional<TicketState> state() {
        return values.text("state").flatMap(TicketState::parse);
    }

    Optional<TicketId> after() {
        return values.value("after", TicketId::new);
    }
}
