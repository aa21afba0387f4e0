package io.switchboard.control.receipts.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.AddressValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A filtered list as an address, so that a link is the list: {@code ?action=&outcome=&state=&actor=&by=&from=&to=&after=}. {@code from} and {@code to} are days
 * in UTC, both included, or instants, the second excluded. What is not well-formed does not filter.
 */
record ReceiptAddress(AddressValues values) {

    static ReceiptAddress of(QueryParameters query) {
        return new ReceiptAddress(AddressValues.of(query));
    }

    ReceiptAddress with(String name, Optional<String> value) {
        return new ReceiptAddress(values.filtered(name, value));
    }

    ReceiptAddress after(ReceiptId last) {
        return new ReceiptAddress(values.with("after", Optional.of(last.value())));
    }

    QueryParameters query() {
        return values.query();
    }

    ReceiptFilter filter() {
        return new ReceiptFilter(
                values.value("action", ActionId::new),
                outcome(),
                text("actor"),
                values.value("from", Instant::parse).or(() -> from().map(AddressValues::startOf)),
                values.value("to", Instant::parse).or(() -> to().map(day -> AddressValues.startOf(day.plusDays(1)))),
                state(),
                by());
    }

    boolean filters() {
        return !filter().equals(ReceiptFilter.ALL);
    }

    Optional<String> text(String name) {
        return values.text(name);
    }

    Optional<Outcome> outcome() {
        return values.text("outcome").flatMap(Outcome::parse);
    }

    Optional<Actor.Type> by() {
        return text("by").flatMap(Actor.Type::parse);
    }

    Optional<LogState> state() {
        return text("state").flatMap(LogState::parse);
    }

    Optional<LocalDate> from() {
        return values.day("from");
    }

    Optional<LocalDate> to() {
        return values.day("to");
    }

    Optional<ReceiptId> after() {
        return values.value("after", ReceiptId::new);
    }
}
