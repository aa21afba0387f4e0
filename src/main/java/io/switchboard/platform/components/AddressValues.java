package io.switchboard.platform.components;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an address says after its question mark, so that a link is the page as it was filtered. What is not well-formed is as if it were not there. */
public record AddressValues(Map<String, String> values) {

    public static final AddressValues NONE = new AddressValues(Map.of());

    public static AddressValues of(QueryParameters query) {
        Map<String, String> values = new HashMap<>();
        query.getParameters().forEach((name, given) -> values.put(name, given.getFirst()));
        values.values().removeIf(String::isBlank);
        return new AddressValues(Map.copyOf(values));
    }

    /** From the first page: a filter that changes begins there again. */
    public AddressValues filtered(String name, Optional<String> value) {
        return with("after", Optional.empty()).with(name, value);
    }

    public AddressValues with(String name, Optional<String> value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.remove(name);
        value.filter(text -> !text.isBlank()).ifPresent(text -> changed.put(name, text));
        return new AddressValues(Map.copyOf(changed));
    }

    public QueryParameters query() {
        return QueryParameters.simple(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public <T> Optional<T> value(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    public Optional<LocalDate> day(String name) {
        return value(name, LocalDate::parse);
    }

    /** When the day begins, in UTC. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
