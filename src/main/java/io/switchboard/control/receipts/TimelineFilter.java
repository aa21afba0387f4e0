package io.switchboard.control.receipts;

import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.CorrelationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which threads: those with a receipt that matches everything given. {@code actor} is an opaque id; {@code from} is inclusive, {@code to} exclusive. */
public record TimelineFilter(
        Optional<ActionId> action,
        Optional<Outcome> outcome,
        Optional<String> actor,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<SubjectName> subject,
        Optional<CorrelationId> correlation) {

    public static final TimelineFilter ALL = new TimelineFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public TimelineFilter about(SubjectName only) {
        return new TimelineFilter(action, outcome, actor, from, to, Optional.of(only), correlation);
    }

    /** What the conditions of {@link #on} and {@link #onReceipt} name. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        action.ifPresent(value -> params.put("action", value.value()));
        outcome.ifPresent(value -> params.put("outcome", value.wire()));
        actor.ifPresent(value -> params.put("actor", value));
        from.ifPresent(at -> params.put("from", Timestamps.bound(at)));
        to.ifPresent(at -> params.put("to", Timestamps.bound(at)));
        correlation.ifPresent(value -> params.put("correlation", value.value()));
        subject.ifPresent(value -> {
            params.put("subjectType", value.type());
            params.put("subjectId", value.id());
        });
        return params;
    }

    /** Where rows that match are looked for: what is about one thing has a table in its own order. */
    String table() {
        return subject.isPresent() ? "receipt_subject" : "receipt";
    }

    /** Conditions on a row of {@link #table} that is called {@code row}, each begun by AND. */
    String on(String row) {
        return conditions(row)
                + and(subject, "%1$s.subject_type = :subjectType AND %1$s.subject_id = :subjectId")
                        .formatted(row);
    }

    /** The same on a row of {@code receipt}, its subjects looked up. */
    String onReceipt(String row) {
        return conditions(row) + and(subject, """
                        EXISTS (SELECT 1 FROM receipt_subject about WHERE about.tenant_id = :tenant AND about.receipt_id = %1$s.receipt_id
                        AND about.subject_type = :subjectType AND about.subject_id = :subjectId)""").formatted(row);
    }

    private String conditions(String row) {
        return (and(action, "%1$s.action = :action")
                        + and(outcome, "%1$s.outcome = :outcome")
                        + and(actor, "%1$s.actor_id = :actor")
                        + and(correlation, "%1$s.correlation_id = :correlation")
                        + and(from, "%1$s.occurred_at >= :from")
                        + and(to, "%1$s.occurred_at < :to"))
                .formatted(row);
    }

    private static String and(Optional<?> given, String condition) {
        return given.isPresent() ? " AND " + condition : "";
    }
}
