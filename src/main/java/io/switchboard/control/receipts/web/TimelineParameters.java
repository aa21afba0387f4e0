package io.switchboard.control.receipts.web;

import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.SubjectName;
import io.switchboard.control.receipts.Timeline;
import io.switchboard.control.receipts.TimelineFilter;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query string of a timeline, bound by Spring and checked here: what is wrong is named, what is absent does not filter. */
record TimelineParameters(
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String actor,
        @Nullable String from,
        @Nullable String to,
        @Nullable String subject,
        @Nullable String correlation,
        @Nullable String thread,
        @Nullable String cursor,
        @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 20;
    private static final String TRACE_ID = "a trace id of 32 lower-case hex digits";

    TimelineFilter filter() {
        return new TimelineFilter(
                parse("action", "an action such as imports.commit", action, ActionId::new),
                parse("outcome", "allowed, denied, failed or simulated", outcome, TimelineParameters::outcomeOf),
                Optional.ofNullable(actor),
                parse("from", "a time in UTC such as 2026-11-01T00:00:00Z", from, Instant::parse),
                parse("to", "a time in UTC such as 2026-11-01T00:00:00Z", to, Instant::parse),
                parse("subject", "a type and an id such as import/imp_…", subject, SubjectName::parse),
                parse("correlation", TRACE_ID, correlation, CorrelationId::new));
    }

    /** One thread is asked for, and no other parameter but the cursor counts. */
    Optional<CorrelationId> named() {
        return parse("thread", TRACE_ID, thread, CorrelationId::new);
    }

    Optional<ReceiptId> after() {
        return parse("cursor", "the value of next in the page before", cursor, ReceiptId::new);
    }

    int size() {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > Timeline.MAX_LIMIT) {
            throw new WrongParameterException("limit", "a number from 1 to " + Timeline.MAX_LIMIT);
        }
        return wanted;
    }

    private static Outcome outcomeOf(String wire) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static <T> Optional<T> parse(String name, String form, @Nullable String value, Function<String, T> parser) {
        try {
            return value == null ? Optional.empty() : Optional.of(parser.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongParameterException(name, form, e);
        }
    }
}
