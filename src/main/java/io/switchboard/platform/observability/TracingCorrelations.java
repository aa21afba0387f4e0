package io.switchboard.platform.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.switchboard.kernel.CorrelationId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Correlations on the tracer (W3C Trace Context). Where tracing is switched off the log context ({@code traceId}) carries the id, so that
 * the thread of one piece of work still has one.
 */
@Component
class TracingCorrelations implements Correlations {

    static final String TRACE_ID = "traceId";

    private final Tracer tracer;

    TracingCorrelations(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public CorrelationId current() {
        return traced().or(this::logged).orElseGet(CorrelationId::random);
    }

    @Override
    public void run(CorrelationId correlation, Runnable work) {
        if (traced().filter(correlation::equals).isPresent()) {
            work.run();
            return;
        }
        var before = LogContext.remembered();
        MDC.put(TRACE_ID, correlation.value());
        try {
            inSpan(spanOf(correlation), work);
        } finally {
            LogContext.putBack(before);
        }
    }

    private Span spanOf(CorrelationId correlation) {
        var context = tracer.traceContextBuilder()
                .traceId(correlation.value())
                .spanId(spanId())
                .sampled(true)
                .build();
        return tracer.spanBuilder().setParent(context).name("correlated work").start();
    }

    private void inSpan(Span span, Runnable work) {
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private Optional<CorrelationId> traced() {
        return Optional.ofNullable(tracer.currentTraceContext().context()).flatMap(trace -> id(trace.traceId()));
    }

    private Optional<CorrelationId> logged() {
        return id(MDC.get(TRACE_ID));
    }

    private static Optional<CorrelationId> id(@Nullable String value) {
        return Optional.ofNullable(value).filter(CorrelationId::isValid).map(CorrelationId::new);
    }

    /** A span id is 16 hex digits, not all zero. */
    private static String spanId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
