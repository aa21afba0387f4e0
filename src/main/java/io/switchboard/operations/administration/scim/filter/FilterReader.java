package io.switchboard.operations.administration.scim.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads by recursive descent: {@code or} binds least, then {@code and}, then {@code not}. What is larger than the limits is refused before it is read. */
final class FilterReader {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_COMPARISONS = 100;
    private static final int DEEPEST = 12;

    private final Scanner in;
    private int comparisons;
    private int depth;

    FilterReader(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new SyntaxFault("It has " + text.length() + " characters; at most " + MOST_CHARACTERS
                    + " are read. Ask for less at once.");
        }
        this.in = new Scanner(text);
    }

    Filter whole() {
        var filter = or();
        in.end();
        return filter;
    }

    AttributePath path() {
        var attribute = AttributeName.of(in.word());
        if (!in.take('[')) {
            in.end();
            return new AttributePath(
                    new AttributeName(attribute.schema(), attribute.name(), Optional.empty()),
                    Optional.empty(),
                    attribute.sub());
        }
        var values = bracketed();
        var sub = in.take('.') ? Optional.of(in.word().toLowerCase(Locale.ROOT)) : Optional.<String>empty();
        in.end();
        return new AttributePath(attribute, Optional.of(values), sub);
    }

    private Filter or() {
        return several("or", this::and, Filter.Or::new);
    }

    private Filter and() {
        return several("and", this::one, Filter.And::new);
    }

    private Filter several(
            String word, Supplier<Filter> part, java.util.function.Function<List<Filter>, Filter> joined) {
        var parts = new ArrayList<Filter>(List.of(part.get()));
        while (in.takeWord(word)) {
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.getFirst() : joined.apply(List.copyOf(parts));
    }

    private Filter one() {
        if (in.take('(')) {
            return nested(')');
        }
        if (in.takeNot()) {
            return new Filter.Not(nested(')'));
        }
        return comparison();
    }

    private Filter bracketed() {
        return nested(']');
    }

    private Filter nested(char end) {
        if (++depth > DEEPEST) {
            throw new SyntaxFault("It is nested deeper than " + DEEPEST + " levels. Ask for less at once.");
        }
        var inner = or();
        in.expect(end);
        depth--;
        return inner;
    }

    private Filter comparison() {
        if (++comparisons > MOST_COMPARISONS) {
            throw new SyntaxFault("It has more than " + MOST_COMPARISONS + " comparisons. Ask for less at once.");
        }
        var attribute = AttributeName.of(in.word());
        if (in.take('[')) {
            return new Filter.OneOf(attribute, bracketed());
        }
        var word = in.word();
        if (word.equalsIgnoreCase("pr")) {
            return new Filter.Present(attribute);
        }
        var operator = Filter.Operator.of(word)
                .orElseThrow(() -> new SyntaxFault("“" + AttributeName.shown(word)
                        + "” is no operator; they are eq, ne, co, sw, ew, gt, ge, lt, le and pr."));
        return new Filter.Compare(attribute, operator, in.value());
    }
}
