package io.switchboard.control.receipts.ui;

import com.vaadin.flow.router.QueryParameters;
import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.ReceiptId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A filtered list as an address, so that a link is the list: {@code ?action=&outcome=&state=&actor=&from=&to=&after=}. Days are inclusive, in UTC. What
 * is not well-formed does not filter.
 */
record ReceiptAddress(Map<String, String> values) {

    static ReceiptAddress of(QueryParameters query) {
        Map<String, String> values = new HashMap<>();
        query.getParameters().forEach((name, given) -> values.put(name, given.getFirst()));
        values.values().removeIf(String::isBlank);
        return new ReceiptAddress(Map.copyOf(values));
    }

    ReceiptAddress with(String name, Optional<String> value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove("after");
        changed.remove(name);
        value.filter(text -> !text.isBlank()).ifPresent(text -> changed.put(name, text));
        return new ReceiptAddress(Map.copyOf(changed));
    }

    QueryParameters query() {
        return QueryParameters.simple(values);
    }

    ReceiptFilter filter() {
        return new ReceiptFilter(
                value("action", ActionId::new),
                outcome(),
                value("actor", Function.identity()),
                from().map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)),
                to().map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                state());
    }

    boolean filters() {
        return !filter().equals(ReceiptFilter.ALL);
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

    Optional<LogState> state() {
        return text("state").flatMap(LogState::parse);
    }

    Optional<LocalDate> from() {
        return value("from", LocalDate::parse);
    }

    Optional<LocalDate> to() {
        return value("to", LocalDate::parse);
    }

    Optional<ReceiptId> after() {
        return value("after", ReceiptId::new);
    }

    private <T> Optional<T> value(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
