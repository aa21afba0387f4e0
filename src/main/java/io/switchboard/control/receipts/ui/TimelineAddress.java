package io.switchboard.control.receipts.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.TimelineFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A filtered timeline as an address, so that a link is the timeline: {@code ?action=&outcome=&actor=&from=&to=&subject=&correlation=&after=}, or one thread:
 * {@code ?thread=&after=}. {@code from} and {@code to} are days in UTC, both included, or instants, the second excluded. What is not well-formed does not filter.
 */
record TimelineAddress(Map<String, String> values) {

    static final TimelineAddress ALL = new TimelineAddress(Map.of());

    private static final Duration AROUND = Duration.ofMinutes(15);

    static TimelineAddress of(QueryParameters query) {
        Map<String, String> values = new HashMap<>();
        query.getParameters().forEach((name, given) -> values.put(name, given.getFirst()));
        values.values().removeIf(String::isBlank);
        return new TimelineAddress(Map.copyOf(values));
    }

    /** Everything that happened from a quarter of an hour before to a quarter of an hour after. */
    static TimelineAddress around(Instant moment) {
        return new TimelineAddress(Map.of(
                "from", moment.minus(AROUND).toString(),
                "to", moment.plus(AROUND).toString()));
    }

    static TimelineAddress thread(CorrelationId id) {
        return new TimelineAddress(Map.of("thread", id.value()));
    }

    /** From the first page. */
    TimelineAddress with(String name, Optional<String> value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove("after");
        changed.remove(name);
        value.filter(text -> !text.isBlank()).ifPresent(text -> changed.put(name, text));
        return new TimelineAddress(Map.copyOf(changed));
    }

    TimelineAddress after(ReceiptId last) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put("after", last.value());
        return new TimelineAddress(Map.copyOf(changed));
    }

    QueryParameters query() {
        return QueryParameters.simple(values);
    }

    TimelineFilter filter() {
        return new TimelineFilter(
                value("action", ActionId::new),
                outcome(),
                text("actor"),
                begin(),
                end(),
                value("subject", SubjectName::parse),
                value("correlation", CorrelationId::new));
    }

    boolean filters() {
        return !filter().equals(TimelineFilter.ALL);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Outcome> outcome() {
        return text("outcome")
                .flatMap(wire -> Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.wire().equals(wire))
                        .findFirst());
    }

    Optional<LocalDate> day(String name) {
        return value(name, LocalDate::parse);
    }

    Optional<Instant> moment(String name) {
        return value(name, Instant::parse);
    }

    Optional<CorrelationId> thread() {
        return value("thread", CorrelationId::new);
    }

    Optional<ReceiptId> after() {
        return value("after", ReceiptId::new);
    }

    private Optional<Instant> begin() {
        return moment("from").or(() -> day("from").map(TimelineAddress::startOf));
    }

    private Optional<Instant> end() {
        return moment("to").or(() -> day("to").map(day -> startOf(day.plusDays(1))));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private <T> Optional<T> value(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
