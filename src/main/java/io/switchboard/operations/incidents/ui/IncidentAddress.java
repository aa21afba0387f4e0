package io.switchboard.operations.incidents.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.operations.incidents.IncidentFilter;
import io.switchboard.operations.incidents.IncidentId;
import io.switchboard.operations.incidents.IncidentStatus;
import io.switchboard.operations.incidents.Severity;
import io.switchboard.platform.components.AddressValues;
import java.util.Optional;

/** A filtered list of incidents as an address: {@code ?q=&status=&severity=&after=}. */
record IncidentAddress(AddressValues values) {

    static IncidentAddress of(QueryParameters query) {
        return new IncidentAddress(AddressValues.of(query));
    }

    IncidentAddress after(IncidentId last) {
        return new IncidentAddress(values.with("after", Optional.of(last.value())));
    }

    QueryParameters query() {
        return values.query();
    }

    IncidentFilter filter() {
        return new IncidentFilter(
                values.text("status").flatMap(IncidentStatus::parse),
                values.text("severity").flatMap(Severity::parse),
                values.text("q"));
    }

    boolean filters() {
        return !filter().equals(IncidentFilter.ALL);
    }

    Optional<IncidentId> after() {
        return values.value("after", IncidentId::new);
    }
}
