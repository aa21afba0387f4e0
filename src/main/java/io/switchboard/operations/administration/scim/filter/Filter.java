package io.switchboard.operations.administration.scim.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A filter, read (RFC 7644, section 3.4.2.2). Values are {@code String}, {@code Boolean} or {@code BigDecimal}; {@code null} is an empty value. */
public sealed interface Filter {

    enum Operator {
        EQ,
        NE,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE;

        static Optional<Operator> of(String word) {
            for (var operator : values()) {
                if (operator.name().equals(word.toUpperCase(Locale.ROOT))) {
                    return Optional.of(operator);
                }
            }
            return Optional.empty();
        }
    }

    record Compare(AttributeName attribute, Operator operator, Optional<Object> value) implements Filter {}

    record Present(AttributeName attribute) implements Filter {}

    /** {@code emails[type eq "work"]}: one value of the attribute meets all of it. */
    record OneOf(AttributeName attribute, Filter of) implements Filter {}

    record And(List<Filter> of) implements Filter {}

    record Or(List<Filter> of) implements Filter {}

    record Not(Filter of) implements Filter {}

    /** Reads a filter of at most 4,000 characters, 100 comparisons and a depth of 12. */
    static Filter parse(String text) {
        return new FilterReader(text).whole();
    }
}
