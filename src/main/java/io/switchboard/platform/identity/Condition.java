package io.switchboard.platform.identity;

import java.util.List;

/** What a search asks of a row's fields {@code F}. Values are {@code String}, {@code Boolean} or {@code Instant}, as the field's kind asks for. */
public sealed interface Condition<F> {

    /** Comparisons of RFC 7644, section 3.4.2.2. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL
    }

    record Compare<F>(F field, Operator operator, Object value) implements Condition<F> {}

    record Present<F>(F field) implements Condition<F> {}

    /** True where all are; true for none. */
    record All<F>(List<Condition<F>> of) implements Condition<F> {}

    record Any<F>(List<Condition<F>> of) implements Condition<F> {}

    record Not<F>(Condition<F> of) implements Condition<F> {}

    static <F> Condition<F> everything() {
        return new All<>(List.of());
    }
}
