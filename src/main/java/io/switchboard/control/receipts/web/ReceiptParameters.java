package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.ReceiptId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query string of a list, bound by Spring and checked here: what is wrong is named, what is absent does not filter. */
record ReceiptParameters(
        @Nullable String state,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String actor,
        @Nullable String from,
        @Nullable String to,
        @Nullable String by,
        @Nullable String cursor,
        @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 50;

    ReceiptFilter filter() {
        return new ReceiptFilter(
                parse("action", action, ActionId::new),
                parse("outcome", outcome, ReceiptParameters::outcomeOf),
                Optional.ofNullable(actor),
                parse("from", from, Instant::parse),
                parse("to", to, Instant::parse),
                parse("state", state, text -> LogState.parse(text).orElseThrow(IllegalArgumentException::new)),
                parse("by", by, text -> Actor.Type.parse(text).orElseThrow(IllegalArgumentException::new)));
    }

    Optional<ReceiptId> after() {
        return parse("cursor", cursor, ReceiptId::new);
    }

    int size() {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > ReceiptQuery.MAX_LIMIT) {
            throw new WrongParameterException("limit", "a number from 1 to " + ReceiptQuery.MAX_LIMIT);
        }
        return wanted;
    }

    private static Outcome outcomeOf(String wire) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static <T> Optional<T> parse(String name, @Nullable String value, Function<String, T> parser) {
        try {
            return value == null ? Optional.empty() : Optional.of(parser.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongParameterException(name, form(name), e);
        }
    }

    private static String form(String name) {
        return switch (name) {
            case "action" -> "an action such as imports.commit";
            case "outcome" -> "allowed, denied, failed or simulated";
            case "state" -> "pending, integrated or anchored";
            case "by" -> "user, service, playbook or system";
            case "cursor" -> "the value of next in the page before";
            default -> "a time in UTC such as 2026-11-01T00:00:00Z";
        };
    }
}
