package io.switchboard.control.receipts.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.TimelineFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.components.AddressValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A filtered timeline as an address, so that a link is the timeline: {@code ?action=&outcome=&actor=&from=&to=&subject=&correlation=&after=}, or one thread:
 * {@code ?thread=&after=}. {@code from} and {@code to} are days in UTC, both included, or instants, the second excluded. What is not well-formed does not filter.
 */
record TimelineAddress(AddressValues values) {

    static final TimelineAddress ALL = new TimelineAddress(AddressValues.NONE);

    private static final Duration AROUND = Duration.ofMinutes(15);

    static TimelineAddress of(QueryParameters query) {
        return new TimelineAddress(AddressValues.of(query));
    }

    /** Everything that happened from a quarter of an hour before to a quarter of an hour after. */
    static TimelineAddress around(Instant moment) {
        return ALL.with("from", Optional.of(moment.minus(AROUND).toString()))
                .with("to", Optional.of(moment.plus(AROUND).toString()));
    }

    static TimelineAddress thread(CorrelationId id) {
        return ALL.with("thread", Optional.of(id.value()));
    }

    /** From the first page. */
    TimelineAddress with(String name, Optional<String> value) {
        return new TimelineAddress(values.filtered(name, value));
    }

    TimelineAddress after(ReceiptId last) {
        return new TimelineAddress(values.with("after", Optional.of(last.value())));
    }

    QueryParameters query() {
        return values.query();
    }

    TimelineFilter filter() {
        return new TimelineFilter(
                values.value("action", ActionId::new),
                outcome(),
                text("actor"),
                begin(),
                end(),
                values.value("subject", SubjectName::parse),
                values.value("correlation", CorrelationId::new));
    }

    boolean filters() {
        return !filter().equals(TimelineFilter.ALL);
    }

    Optional<String> text(String name) {
        return values.text(name);
    }

    Optional<Outcome> outcome() {
        return values.text("outcome").flatMap(Outcome::parse);
    }

    Optional<LocalDate> day(String name) {
        return values.day(name);
    }

    Optional<Instant> moment(String name) {
        return values.value(name, Instant::parse);
    }

    Optional<CorrelationId> thread() {
        return values.value("thread", CorrelationId::new);
    }

    Optional<ReceiptId> after() {
        return values.value("after", ReceiptId::new);
    }

    private Optional<Instant> begin() {
        return moment("from").or(() -> day("from").map(AddressValues::startOf));
    }

    private Optional<Instant> end() {
        return moment("to").or(() -> day("to").map(day -> AddressValues.startOf(day.plusDays(1))));
    }
}
